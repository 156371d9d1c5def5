import type { Ancestry } from '#src/store/document-store.ts';
import { grafted } from './grafted.ts';
import type { Incoming } from './incoming.ts';
import { refuse, type Refusal } from './refusal.ts';
import { childOf, generationOf, type Leaf } from './revisions.ts';

/** More edits than a phone makes before it is heard; a device that jumped further would use up the generations. */
const maxLead = 10_000;

const highest = (live: readonly Leaf[]): number => Math.max(0, ...live.map(({ _rev }) => generationOf(_rev)));

const tooManyBranches =
  'It was edited from too many old versions. Fetch how it stands now and write the change anew.';

/**
 * The leaf that an incoming document becomes. Where the gateway makes the revision, its parent must be the
 * winning leaf, as CouchDB demands.
 */
export function comingLeaf(
  { given: body, id, revision, parent }: Incoming,
  live: readonly Leaf[],
  stored: readonly Leaf[],
): Leaf | Refusal {
  if (revision && revision.ancestry.start > maxLead + highest(live)) return refuse('invalid_rev');
  if (revision) {
    const coming = grafted({ ...body, _id: id, _rev: revision.rev, _revisions: revision.ancestry }, stored);
    return coming ?? refuse('invalid_rev', tooManyBranches);
  }
  const [winner] = live;
  if (parent !== winner?._rev) return refuse('conflict');
  if (winner) return childOf(winner, body);
  const none: { _id: string; _rev: string; _revisions: Ancestry } = {
    _id: id,
    _rev: '0-',
    _revisions: { start: 0, ids: [] },
  };
  return childOf(none, body);
}
