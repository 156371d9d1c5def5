import type { AllDocsQuery, FindQuery, StoredDocument } from '../document-store.ts';
import type { FindPlan } from '../find-plan.ts';
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

/**
 * The index is made when it is first asked for: PouchDB builds one by reading everything, and no workshop needs all of
 * them. Making it again costs one read.
 */
export async function findDocuments(
  pouch: Pouch,
  query: FindQuery,
  plan: FindPlan,
): Promise<readonly StoredDocument[]> {
  const { index, sort } = plan;
  await pouch.createIndex({ index: { fields: [...index.fields], name: index.name, ddoc: index.name } });
  const { docs } = await pouch.find({
    selector: query.selector,
    limit: query.limit,
    use_index: [index.name, index.name],
    ...(query.skip === undefined ? {} : { skip: query.skip }),
    ...(sort === undefined ? {} : { sort: sort.map((part) => ({ ...part })) }),
  });
  return docs;
}
