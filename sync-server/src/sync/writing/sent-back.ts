import { idSchema, keysOf } from '@revops/domain';
import { isObject } from '../reading/changes-query.ts';
import { isKnown } from '../reading/visible-leaves.ts';
import type { Batch } from './batch.ts';
import type { WriteRequest } from './write-request.ts';

/**
 * Deletions that a client got from here and sends back, by their place in the request: a client that replicates both ways
 * offers the removals it was given like everything else. They are known, so nothing is stored and nothing refused.
 */
export async function sentBackDeletions(
  { documents, newEdits, writer }: WriteRequest,
  batch: Batch,
): Promise<ReadonlyMap<number, string>> {
  if (newEdits) return new Map();
  const deletions = documents.flatMap((document, index) => {
    if (!isObject(document) || document['_deleted'] !== true) return [];
    const { _id: id, _rev: rev } = document;
    const named = idSchema.safeParse(id);
    return named.success && typeof rev === 'string' ? [{ index, id: named.data, rev }] : [];
  });
  await batch.load(deletions.map(({ id }) => id));
  const keys = keysOf(writer.actor);
  const known = deletions.filter(({ id, rev }) => isKnown(keys, batch.leaves(id), rev));
  return new Map(known.map(({ index, rev }) => [index, rev]));
}
