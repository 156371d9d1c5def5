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

/** CouchDB's order: live before deleted, then the higher generation, then the higher hash. */
function byWinning(a: StoredDocument, b: StoredDocument): number {
  if (Boolean(a._deleted) !== Boolean(b._deleted)) return a._deleted ? 1 : -1;
  const generations = Number.parseInt(b._rev, 10) - Number.parseInt(a._rev, 10);
  if (generations !== 0) return generations;
  return a._rev < b._rev ? 1 : -1;
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
 * Answered from the leaves alone: PouchDB's own `latest` throws past its caller for a revision it does not know, which
 * would let one request end the process.
 */
export async function readRevision(
  pouch: Pouch,
  request: RevisionRequest,
  options: RevisionOptions,
): Promise<RevisionAnswer> {
  const leaves = await readLeaves(pouch, request.id);
  const docs = leaves.filter((leaf, index) => answers(leaf, index, request.rev, options.latest === true));
  return { id: request.id, docs: options.revs ? docs : docs.map(withoutAncestry) };
}

function answers(leaf: StoredDocument, index: number, rev: string | undefined, latest: boolean): boolean {
  if (rev === undefined) return index === 0 && !leaf._deleted;
  return leaf._rev === rev || (latest && descendsFrom(leaf, rev));
}

function descendsFrom(leaf: StoredDocument, rev: string): boolean {
  const { start, ids } = leaf._revisions ?? { start: 0, ids: [] };
  const generation = Number.parseInt(rev, 10);
  return ids[start - generation] === rev.slice(rev.indexOf('-') + 1);
}

function withoutAncestry(leaf: StoredDocument): StoredDocument {
  const { _revisions, ...doc } = leaf;
  return doc;
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
