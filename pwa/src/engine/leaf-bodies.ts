import { merge } from '@revops/domain';
import type { Pulled } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import type { Replica } from './env.ts';
import { isBelowRemoval, removeLeaves } from './remove-leaves.ts';

type Body = Record<string, unknown>;
type Change = PouchDB.Core.ChangesResponseChange<Body>;

/**
 * What the rows get of a changed document: the merge of all its living leaves. The gateway joins leaves soon after,
 * and until then every phone shows the same join.
 */
export async function pulledOf(replica: Replica, change: Change): Promise<Pulled | undefined> {
  if (change.id.startsWith('_design/')) return undefined;
  const rev = change.doc?._rev ?? change.changes[0]?.rev ?? '';
  const erased = change.doc?.['erased'] === true ? { erased: true as const } : {};
  if (change.deleted === true || change.doc === undefined)
    return { id: change.id, rev, body: undefined, ...erased };
  const others = change.doc._conflicts ?? [];
  const allLeaves = change.changes.map((leaf) => leaf.rev);
  if (isBelowRemoval(allLeaves, [rev, ...others])) {
    await removeLeaves(replica, [change.id]);
    return { id: change.id, rev, body: undefined };
  }
  if (others.length === 0) return { id: change.id, rev, body: bareBody(change.doc) };
  const leaves = await Promise.all(others.map((other) => replica.get(change.id, { rev: other })));
  return { id: change.id, rev, body: merge([change.doc, ...leaves].map(bareBody)) };
}
