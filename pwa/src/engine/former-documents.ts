import { merge } from '@revops/domain';
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
 * By id, documents of several branches as the join of all that they say, under the revision that wins: the server may
 * have that very one and still lack what another branch says, because it was sent after the copy that was put back.
 */
export async function readJoined(
  former: Replica,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const { rows } = await former.allDocs({ keys: [...ids], include_docs: true, conflicts: true });
  const branched = rows.flatMap((row) => {
    if ('error' in row || row.doc === undefined || row.doc === null) return [];
    const { _id, _conflicts = [] } = row.doc;
    return _conflicts.length === 0 ? [] : [{ id: _id, others: _conflicts }];
  });
  const winners = await readHeld(
    former,
    branched.map(({ id }) => id),
  );
  const joined = winners.map(async (winner): Promise<[string, Held]> => {
    const others = branched.find(({ id }) => id === winner._id)?.others ?? [];
    const leaves = await Promise.all(others.map((rev) => former.get(winner._id, { rev })));
    const { _id, _rev, _revisions } = winner;
    const body = merge([winner, ...leaves].map(bareBody));
    return [_id, { ...body, _id, _rev, ...(_revisions && { _revisions }) }];
  });
  return new Map(await Promise.all(joined));
}
