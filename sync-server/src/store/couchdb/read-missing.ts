import type { CouchDatabase } from './couch-database.ts';
import { isDocumentId } from './read-documents.ts';

type Revisions = Readonly<Record<string, readonly string[]>>;

/** Anything else makes CouchDB refuse the whole question, and no store has it. */
const shape = /^[1-9][0-9]{0,8}-[0-9a-zA-Z]{1,64}$/;

export async function readMissing(
  database: CouchDatabase,
  revs: Revisions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = Object.entries(revs);
  const asked = all.flatMap(([id, list]) => {
    const askable = isDocumentId(id) ? list.filter((rev) => shape.test(rev)) : [];
    return askable.length > 0 ? [[id, askable] as const] : [];
  });
  const body = Object.fromEntries(asked);
  const answer =
    asked.length === 0
      ? {}
      : (await database.call({ kind: 'read', method: 'POST', path: '_revs_diff', body })).body;
  const diff = new Map(Object.entries(answer as Record<string, { readonly missing?: readonly string[] }>));
  const rows = all.map(([id, list]) => {
    const missing = new Set(diff.get(id)?.missing);
    const isAsked = isDocumentId(id);
    return [id, list.filter((rev) => missing.has(rev) || !isAsked || !shape.test(rev))] as const;
  });
  return new Map(rows.filter(([, missing]) => missing.length > 0));
}
