import { byWinning } from '../leaf-answers.ts';
import type { AllDocsQuery, StoredDocument, ViewQuery, ViewRow } from '../document-store.ts';
import type { CouchDatabase } from './couch-database.ts';
import { failedWith } from './couch-failure.ts';

interface BulkGetAnswer {
  readonly results: readonly {
    readonly id: string;
    readonly docs: readonly { readonly ok?: StoredDocument }[];
  }[];
}

/**
 * Names that begin with an underscore are CouchDB's own, and dots would climb out of the database; as ids they name
 * nothing. An id longer than this is none that anybody stored.
 */
export const isDocumentId = (id: string): boolean =>
  id !== '' &&
  id.length <= 1000 &&
  !id.startsWith('_') &&
  id !== '.' &&
  id !== '..' &&
  !/\p{Surrogate}/u.test(id);

export async function readDocument(database: CouchDatabase, id: string): Promise<StoredDocument | undefined> {
  if (!isDocumentId(id)) return undefined;
  try {
    const { body } = await database.call({ kind: 'read', path: encodeURIComponent(id) });
    return body as StoredDocument;
  } catch (error) {
    if (failedWith(error, 404)) return undefined;
    throw error;
  }
}

/** 500 documents with their leaves are about a megabyte; a larger question is asked in parts. */
const idsPerRequest = 500;

/** Every leaf of every id in as few requests as can be: `_bulk_get` without a revision answers them all. */
export async function readLeavesOf(
  database: CouchDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredDocument[]>> {
  const wanted = [...new Set(ids)];
  const asked = wanted.filter(isDocumentId);
  const parts: Promise<readonly (readonly [string, readonly StoredDocument[]])[]>[] = [];
  for (let at = 0; at < asked.length; at += idsPerRequest)
    parts.push(readPart(database, asked.slice(at, at + idsPerRequest)));
  const found = new Map((await Promise.all(parts)).flat());
  return new Map(wanted.map((id) => [id, found.get(id) ?? []]));
}

async function readPart(
  database: CouchDatabase,
  ids: readonly string[],
): Promise<readonly (readonly [string, readonly StoredDocument[]])[]> {
  const { body } = await database.call({
    kind: 'read',
    method: 'POST',
    path: '_bulk_get',
    query: { revs: true },
    body: { docs: ids.map((id) => ({ id })) },
  });
  return (body as BulkGetAnswer).results.map(({ id, docs }) => {
    const leaves = docs.flatMap(({ ok }) => (ok ? [ok] : []));
    return [id, leaves.length > 1 ? leaves.sort(byWinning) : leaves] as const;
  });
}

interface DocRow {
  readonly id?: string;
  readonly doc?: StoredDocument | null;
}

export async function readAllDocs(
  database: CouchDatabase,
  query: AllDocsQuery,
): Promise<readonly StoredDocument[]> {
  const options =
    'keys' in query
      ? { keys: query.keys }
      : {
          // A descending read starts at the upper end.
          start_key: query.descending ? query.endId : query.startId,
          end_key: query.descending ? query.startId : query.endId,
          ...(query.limit === undefined ? {} : { limit: query.limit }),
          ...(query.descending ? { descending: true } : {}),
        };
  const { body } = await database.call({
    kind: 'scan',
    method: 'POST',
    path: '_all_docs',
    body: { ...options, include_docs: true },
  });
  const { rows } = body as { readonly rows: readonly DocRow[] };
  return rows.flatMap(({ id, doc }) => (doc && !doc._deleted && !id?.startsWith('_design/') ? [doc] : []));
}

export async function readView(
  database: CouchDatabase,
  path: string,
  query: ViewQuery,
): Promise<readonly ViewRow[]> {
  const { keys, startKey, endKey, limit, descending } = query;
  const body = {
    ...(keys === undefined ? {} : { keys }),
    ...(startKey === undefined ? {} : { start_key: startKey }),
    ...(endKey === undefined ? {} : { end_key: endKey }),
    ...(limit === undefined ? {} : { limit }),
    ...(descending ? { descending } : {}),
  };
  const answer = await database.call({ kind: 'scan', method: 'POST', path, body });
  return (answer.body as { readonly rows: readonly ViewRow[] }).rows;
}
