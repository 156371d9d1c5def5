import type { AllDocsQuery, FindQuery, StoredDocument } from '../document-store.ts';
import type { Pouch } from './pouch.ts';

export async function readAllDocs(pouch: Pouch, query: AllDocsQuery): Promise<readonly StoredDocument[]> {
  const options =
    'keys' in query
      ? { keys: [...query.keys] }
      : {
          // PouchDB, like CouchDB, starts a descending read at the upper end.
          startkey: query.descending ? query.endId : query.startId,
          endkey: query.descending ? query.startId : query.endId,
          ...(query.limit === undefined ? {} : { limit: query.limit }),
          ...(query.descending ? { descending: true } : {}),
        };
  const { rows } = await pouch.allDocs({ ...options, include_docs: true });
  return rows.flatMap((row) => {
    if (!('id' in row) || !row.doc || row.id.startsWith('_design/')) return [];
    return [row.doc];
  });
}

export async function findDocuments(pouch: Pouch, query: FindQuery): Promise<readonly StoredDocument[]> {
  const { docs } = await pouch.find({
    selector: query.selector,
    limit: query.limit,
    ...(query.skip === undefined ? {} : { skip: query.skip }),
    ...(query.sort ? { sort: [...query.sort] as (string | Record<string, 'asc' | 'desc'>)[] } : {}),
  });
  return docs;
}
