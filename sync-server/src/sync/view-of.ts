import { keysOf, md5, type Actor } from '@revops/domain';

/** Names what a person sees: other keys, another view. Keys that come back find their old view again. */
export function viewOf(workshopId: string, actor: Actor): string {
  const keys = keysOf(actor);
  const names = keys === 'all' ? 'all' : [...keys].sort().join(' ');
  return md5(`view ${workshopId} ${actor.userId} ${names}`).slice(0, 12);
}
