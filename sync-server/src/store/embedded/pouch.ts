import type { EventEmitter } from 'node:events';
import PouchDB from 'pouchdb';
import find from 'pouchdb-find';

PouchDB.plugin(find);
// Every open database listens to the class for its own destruction; there are as many as the pool may hold.
(PouchDB as unknown as EventEmitter).setMaxListeners(0);

export type Body = Record<string, unknown>;
export type Pouch = PouchDB.Database<Body>;

/**
 * auto_compaction keeps only leaves' bodies: a replaced body may hold what its reader has since lost, and nothing here
 * reads parents.
 */
export function openPouch(path: string): Pouch {
  const pouch = new PouchDB<Body>(path, { adapter: 'leveldb', auto_compaction: true });
  // Each read of the feed listens while it runs; more than ten at once are no leak.
  (pouch as unknown as EventEmitter).setMaxListeners(0);
  return pouch;
}

interface ViewCache {
  readonly _cachedViews?: Readonly<Record<string, Promise<{ readonly db: Pouch }>>>;
}

/** PouchDB closes view databases without waiting, so a quick reopen would meet their lock; close them first. */
export async function closePouch(pouch: Pouch): Promise<void> {
  const views = (pouch as unknown as ViewCache)._cachedViews ?? {};
  for (const pending of Object.values(views)) {
    const view = await pending.catch(() => undefined);
    await view?.db.close().catch(() => undefined);
  }
  await pouch.close();
}

export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404;
}
