import type { CouchDatabase } from './couch-database.ts';
import { failedWith } from './couch-failure.ts';

const pathOf = (id: string): string => `_local/${encodeURIComponent(id)}`;

/** CouchDB checks no revision of a local document: the last write wins. */
export async function readLocal(
  database: CouchDatabase,
  id: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const answer = await database.call({ kind: 'read', path: pathOf(id) });
    const { _id, _rev, ...body } = answer.body as Record<string, unknown>;
    return body;
  } catch (error) {
    if (failedWith(error, 404)) return undefined;
    throw error;
  }
}

export async function writeLocal(
  database: CouchDatabase,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<void> {
  await database.call({ kind: 'write', method: 'PUT', path: pathOf(id), body });
}

export async function removeLocal(database: CouchDatabase, id: string): Promise<void> {
  try {
    await database.call({ kind: 'write', method: 'DELETE', path: pathOf(id), query: { rev: '0-0' } });
  } catch (error) {
    if (!failedWith(error, 404)) throw error;
  }
}
