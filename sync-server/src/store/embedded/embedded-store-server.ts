import { AppError } from '#src/errors/app-error.ts';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentStore, StoreServer } from '../document-store.ts';
import { checkDatabaseName, isDatabaseName } from '../database-name.ts';
import { DatabasePool } from './database-pool.ts';
import { EmbeddedStore } from './embedded-store.ts';
import { lockFolder } from './folder-lock.ts';

export interface EmbeddedOptions {
  readonly folder: string;
  readonly maxOpen?: number;
}

export interface EmbeddedStoreServer extends StoreServer {
  readonly openCount: number;
  /**
   * For tests and the simulator: ends like a killed process. Nothing is acknowledged from now on; work already handed
   * to LevelDB may or may not have been stored.
   */
  kill(): Promise<void>;
}

/** The store that needs no database server: PouchDB on LevelDB under one folder, locked to one process. */
export async function openEmbeddedStore(options: EmbeddedOptions): Promise<EmbeddedStoreServer> {
  const databases = join(options.folder, 'databases');
  const unlock = await lockFolder(options.folder);
  await mkdir(databases, { recursive: true });
  const pool = new DatabasePool(databases, options.maxOpen ?? 200);

  async function list(): Promise<readonly string[]> {
    const entries = await readdir(databases, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && isDatabaseName(entry.name))
      .map((entry) => entry.name);
  }

  async function end(how: 'close' | 'kill'): Promise<void> {
    if (pool.ended) return;
    await pool.end(how);
    await unlock();
  }

  return {
    get openCount() {
      return pool.openCount;
    },
    async open(name: string): Promise<DocumentStore> {
      const store = new EmbeddedStore(pool, checkDatabaseName(name));
      await store.info();
      return store;
    },
    exists: async (name) => (await list()).includes(name),
    list,
    async ping() {
      if (pool.ended) throw new AppError('unavailable', 'The store is closed.');
      await readdir(databases);
    },
    close: () => end('close'),
    kill: () => end('kill'),
  };
}
