import { answerFrom, byWinning, descendsFrom } from '../leaf-answers.ts';
import type { RevisionAnswer, RevisionOptions, RevisionRequest, StoredDocument } from '../document-store.ts';
import { isMissing, type Pouch } from './pouch.ts';

interface OpenRevision {
  readonly ok?: unknown;
}

export async function readLeaves(pouch: Pouch, id: string): Promise<readonly StoredDocument[]> {
  try {
    const rows = (await pouch.get(id, {
      open_revs: 'all',
      revs: true,
    })) as unknown as readonly OpenRevision[];
    const leaves = rows.flatMap((row) => (row.ok ? [row.ok as StoredDocument] : []));
    return leaves.sort(byWinning);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Many at once but not all: each read holds LevelDB buffers. */
const batch = 64;

export async function inBatches<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += batch) {
    results.push(...(await Promise.all(items.slice(at, at + batch).map(run))));
  }
  return results;
}

/**
 * Answered from the leaves: PouchDB's own `latest` throws past its caller for a revision it does not know, which would
 * let one request end the process.
 */
export async function readRevision(
  pouch: Pouch,
  request: RevisionRequest,
  options: RevisionOptions,
): Promise<RevisionAnswer> {
  return answerFrom(await readLeaves(pouch, request.id), request, options);
}

/** By ancestry, not by body: PouchDB's `revsDiff` asks again for every compacted parent. */
export async function unknownRevisions(
  pouch: Pouch,
  id: string,
  revs: readonly string[],
): Promise<readonly string[]> {
  const leaves = await readLeaves(pouch, id);
  return revs.filter((rev) => !leaves.some((leaf) => leaf._rev === rev || descendsFrom(leaf, rev)));
}
