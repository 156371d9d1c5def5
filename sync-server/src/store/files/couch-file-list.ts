import { failedWith } from '../couchdb/couch-failure.ts';
import type { CouchFilesConnection } from './couch-files-connection.ts';
import { checkKey } from './file-key.ts';
import type { FileKey } from './file-store.ts';
import { inCode } from './in-code.ts';

const listPage = 1000;
const filePrefix = 'file:';

/** The name of a whole file's document. */
export function couchFileId(key: FileKey): string {
  const { sha256, by } = checkKey(key);
  return `${filePrefix}${sha256}:${by}`;
}

function keyOf(id: string): FileKey {
  const [sha256 = '', by = ''] = id.slice(filePrefix.length).split(':');
  return { sha256, by };
}

/** Every whole file, a page at a time. */
export async function* listCouchFiles(
  connection: CouchFilesConnection,
  path: string,
): AsyncGenerator<FileKey> {
  for (let after = filePrefix; ;) {
    const ids = await listAfter(connection, path, after);
    for (const id of ids) yield keyOf(id);
    const last = ids.at(-1);
    if (last === undefined) return;
    after = `${last}\u0000`;
  }
}

/** A workshop without files has no database for them, and listing makes none. */
async function listAfter(
  connection: CouchFilesConnection,
  path: string,
  startkey: string,
): Promise<readonly string[]> {
  const range = { startkey: JSON.stringify(startkey), endkey: JSON.stringify(`${filePrefix}\ufff0`) };
  const query = new URLSearchParams({ ...range, limit: String(listPage) });
  try {
    const answer = await connection.ask(
      { method: 'GET', path: `${path}/_all_docs?${query.toString()}` },
      200,
    );
    const { rows } = (await answer.json()) as { readonly rows: readonly { readonly id: string }[] };
    return rows.map(({ id }) => id);
  } catch (error) {
    if (failedWith(error, 404)) return [];
    throw inCode(error);
  }
}
