import type { RevisionAnswer, RevisionOptions, RevisionRequest, StoredDocument } from './document-store.ts';

/** CouchDB's order: live before deleted, then the higher generation, then the higher hash. */
export function byWinning(a: StoredDocument, b: StoredDocument): number {
  if (Boolean(a._deleted) !== Boolean(b._deleted)) return a._deleted ? 1 : -1;
  const generations = Number.parseInt(b._rev, 10) - Number.parseInt(a._rev, 10);
  if (generations !== 0) return generations;
  return a._rev < b._rev ? 1 : -1;
}

/**
 * Answers a request for a revision from the document's leaves alone (winner first): a replaced body may hold what its
 * reader has since lost, whether or not the store still has it.
 */
export function answerFrom(
  leaves: readonly StoredDocument[],
  request: RevisionRequest,
  options: RevisionOptions,
): RevisionAnswer {
  const docs = leaves.filter((leaf, index) => answers(leaf, index, request.rev, options.latest === true));
  return { id: request.id, docs: options.revs ? docs : docs.map(withoutAncestry) };
}

function answers(leaf: StoredDocument, index: number, rev: string | undefined, latest: boolean): boolean {
  if (rev === undefined) return index === 0 && !leaf._deleted;
  return leaf._rev === rev || (latest && descendsFrom(leaf, rev));
}

export function descendsFrom(leaf: StoredDocument, rev: string): boolean {
  const { start, ids } = leaf._revisions ?? { start: 0, ids: [] };
  const generation = Number.parseInt(rev, 10);
  return ids[start - generation] === rev.slice(rev.indexOf('-') + 1);
}

function withoutAncestry(leaf: StoredDocument): StoredDocument {
  const { _revisions, ...doc } = leaf;
  return doc;
}
