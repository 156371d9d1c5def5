/** The token of a reset link: after the hash, so that no log sees it, or as `?token=`. */
export function tokenInAddress({ hash, search }: Pick<Location, 'hash' | 'search'>): string | undefined {
  const token = hash.slice(1) || new URLSearchParams(search).get('token');
  return token === null || token === '' ? undefined : token;
}
