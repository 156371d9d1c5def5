import { merge, typeNamed } from '@revops/domain';
import { bareBody } from './bare-body.ts';
import type { Replica } from './env.ts';

/** A document of a former replica with its ancestry. */
export type Held = Record<string, unknown> & {
  readonly _id: string;
  readonly _rev: string;
  readonly _revisions?: { readonly start: number; readonly ids: string[] };
};

/** The winning states; what ended is left out. */
export async function readHeld(former: Replica, ids: readonly string[]): Promise<Held[]> {
  if (ids.length === 0) return [];
  const { results } = await former.bulkGet({ docs: ids.map((id) => ({ id })), revs: true });
  const found = results.flatMap(({ docs }) => docs.flatMap((doc) => ('ok' in doc ? [doc.ok as Held] : [])));
  return found.filter(({ _deleted }) => _deleted !== true);
}

/**
 * By id, documents of several branches as what is to be compared: the server may have the very branch that wins here and
 * still lack what another one says, because that was sent after the copy that was put back. A record is the join of all
 * that they say, under the revision that wins; entries of one id are words of different people, each by itself.
 */
export async function readBranched(
  former: Replica,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> {
  const { rows } = await former.allDocs({ keys: [...ids], include_docs: true, conflicts: true });
  const branched = rows.flatMap((row) => {
    if ('error' in row || row.doc === undefined || row.doc === null) return [];
    const { _id, _rev, _conflicts = [] } = row.doc;
    return _conflicts.length === 0 ? [] : [{ id: _id, revs: [_rev, ..._conflicts] }];
  });
  const read = branched.map(async ({ id, revs }): Promise<[string, readonly Held[]]> => {
    const leaves = await Promise.all(revs.map((rev) => former.get(id, { rev, revs: true }) as Promise<Held>));
    const [winner] = leaves;
    if (winner === undefined || typeNamed(bareBody(winner).type)?.kind !== 'record') return [id, leaves];
    const { _id, _rev, _revisions } = winner;
    return [id, [{ ...merge(leaves.map(bareBody)), _id, _rev, ...(_revisions && { _revisions }) }]];
  });
  return new Map(await Promise.all(read));
}
