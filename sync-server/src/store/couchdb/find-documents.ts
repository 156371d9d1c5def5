import { mangoDesign } from '@revops/couchdb';
import type { FindQuery, StoredDocument } from '../document-store.ts';
import type { FindPlan } from '../find-plan.ts';
import type { CouchDatabase } from './couch-database.ts';

export async function findDocuments(
  database: CouchDatabase,
  query: FindQuery,
  plan: FindPlan,
): Promise<readonly StoredDocument[]> {
  const { index, sort } = plan;
  const { body } = await database.call({
    kind: 'scan',
    method: 'POST',
    path: '_find',
    body: {
      selector: query.selector,
      limit: query.limit,
      use_index: [mangoDesign, index.name],
      ...(query.skip === undefined ? {} : { skip: query.skip }),
      ...(sort === undefined ? {} : { sort }),
    },
  });
  return (body as { readonly docs: readonly StoredDocument[] }).docs;
}
