import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig, wideLimits, type Config } from '@revops/sync-server';
import { copyDatabases, dropDatabases } from './couch-databases.ts';
import { runPrefix } from './run-prefix.ts';

let disks = 0;

/** What a server leaves when its process ends, on either store: with COUCHDB_URL in that CouchDB, else in a folder. */
export class ServerDisk {
  readonly folder: string;
  readonly config: Config;
  readonly #prefix: string;

  private constructor(folder: string) {
    disks += 1;
    const url = process.env['COUCHDB_URL'];
    this.folder = folder;
    this.#prefix = `${runPrefix()}${disks}-`;
    const base = parseConfig({ LOG_LEVEL: process.env['SIMULATOR_LOG_LEVEL'] ?? 'silent' });
    const couch = url === undefined ? {} : { couchdbUrl: url, couchdbPrefix: this.#prefix };
    this.config = { ...base, dataDir: folder, limits: wideLimits, ...couch };
  }

  /** @param template what it begins with; hashing passwords for every seed is slow. */
  static async make(template?: ServerDisk): Promise<ServerDisk> {
    const disk = new ServerDisk(await mkdtemp(join(tmpdir(), 'revops-simulator-')));
    if (template !== undefined) await disk.become(template);
    return disk;
  }

  /** Holds what the other one holds and nothing else; no process may be running on either. */
  async become(other: ServerDisk): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    await cp(other.folder, this.folder, { recursive: true });
    const { couchdbUrl } = this.config;
    if (couchdbUrl !== undefined) await copyDatabases(couchdbUrl, other.#prefix, this.#prefix);
  }

  /** Another machine, that has nothing. */
  async clear(): Promise<void> {
    await this.remove();
    await mkdir(this.folder, { recursive: true });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
    const { couchdbUrl } = this.config;
    if (couchdbUrl !== undefined) await dropDatabases(couchdbUrl, this.#prefix);
  }
}
