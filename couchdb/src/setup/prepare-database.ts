import { designDocuments, type DesignDocument } from '../design-documents.ts';
import { mangoDesign, mangoIndexes } from '../mango-indexes.ts';
import { isStatus, type Send } from './couch-request.ts';
import { sameJson } from './same-json.ts';
import { secureDatabase } from './secure-database.ts';

/** What had to be done; nothing at all the second time. */
export interface Prepared {
  readonly created: boolean;
  /** Design documents that were put, whose indexes CouchDB now builds. */
  readonly changed: readonly string[];
}

/** Another gateway may be doing the same at this moment. */
const maxAttempts = 5;

/** Creates a database if there is none and gives it security, views and indexes; safe to repeat, and by several at once. */
export async function prepareDatabase(send: Send, database: string): Promise<Prepared> {
  const path = `/${encodeURIComponent(database)}`;
  const created = await create(send, path);
  const designs = [...designDocuments, mangoDocument()];
  // All at once, and nothing is looked for in a database that was not there: somebody who registers is waiting.
  const [, ...put] = await Promise.all([
    secureDatabase(send, path, created),
    ...designs.map((design) => putDesign(send, path, design, created)),
  ]);
  return { created, changed: designs.filter((_design, index) => put[index]).map(({ _id }) => _id) };
}

async function create(send: Send, path: string): Promise<boolean> {
  try {
    // One shard: a workshop is small, and each further one would be asked for every lookup.
    await send({ method: 'PUT', path: `${path}?q=1` });
    return true;
  } catch (error) {
    if (isStatus(error, 412)) return false;
    throw error;
  }
}

type AnyDesign = DesignDocument | ReturnType<typeof mangoDocument>;

/** As CouchDB's own `POST _index` writes it, but all at once, so that a change is one rebuild and not one per index. */
function mangoDocument() {
  const views = mangoIndexes.map(({ name, fields }) => [
    name,
    {
      map: { fields: Object.fromEntries(fields.map((field) => [field, 'asc'])), partial_filter_selector: {} },
      reduce: '_count',
      options: { def: { fields } },
    },
  ]);
  return { _id: `_design/${mangoDesign}`, language: 'query', views: Object.fromEntries(views) as object };
}

async function putDesign(send: Send, path: string, design: AnyDesign, isFirst: boolean): Promise<boolean> {
  const url = `${path}/${design._id}`;
  for (let attempt = 1; ; attempt += 1) {
    const stored = isFirst && attempt === 1 ? undefined : await readDesign(send, url);
    const { _rev, ...body } = stored ?? {};
    if (sameJson(body, design)) return false;
    try {
      await send({ method: 'PUT', path: url, body: _rev === undefined ? design : { ...design, _rev } });
      return true;
    } catch (error) {
      if (!isStatus(error, 409) || attempt === maxAttempts) throw error;
    }
  }
}

async function readDesign(send: Send, path: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await send({ method: 'GET', path })) as Record<string, unknown>;
  } catch (error) {
    if (isStatus(error, 404)) return undefined;
    throw error;
  }
}
