/** The code of a link: after the hash, so that it never reaches a server's log, or as `?code=`. */
export function codeInAddress({ hash, search }: Pick<Location, 'hash' | 'search'>): string {
  return groupCode(decodeURIComponent(hash.slice(1)) || (new URLSearchParams(search).get('code') ?? ''));
}

/** As it is read aloud: two groups of four. */
export function groupCode(typed: string): string {
  const letters = typed
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
    .slice(0, 8);
  return letters.length > 4 ? `${letters.slice(0, 4)} ${letters.slice(4)}` : letters;
}
