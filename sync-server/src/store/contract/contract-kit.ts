import type { ChangesRow, DocumentStore, RevisionBody, StoreServer } from '../document-store.ts';

export const hash = (letter: string): string => letter.repeat(32);

/** A revision whose ancestry is a path of letters, oldest first: 'ab' is 2-bbb… over 1-aaa…. */
export function revision(id: string, path: string, extra: Record<string, unknown> = {}): RevisionBody {
  const ids = path.split('').toReversed().map(hash);
  return {
    _id: id,
    _rev: `${path.length}-${ids[0] ?? ''}`,
    _revisions: { start: path.length, ids },
    ...extra,
  };
}

export async function until(done: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('it did not happen within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export async function everyRow(store: DocumentStore, since = '0'): Promise<readonly ChangesRow[]> {
  return (await store.changes({ since, limit: 1000, includeDocs: true })).rows;
}

/** Leaves a shared CouchDB as it was found. */
export async function removeAll(server: StoreServer): Promise<void> {
  for (const name of await server.list()) await (await server.open(name)).destroy();
  await server.close();
}

/** Databases of a run that nobody else uses. */
export const uniquePrefix = (): string => `t-${crypto.randomUUID().slice(0, 13)}-`;

/** What a group of cases is given: the database of the running case. */
export type Current = () => DocumentStore;
