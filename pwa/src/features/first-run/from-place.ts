/** Where somebody wanted to go before they were asked who they are. */
export function fromOf(state: unknown): string {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined;
  // Only an address of this app; never one that a link from outside could have put there.
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
}
