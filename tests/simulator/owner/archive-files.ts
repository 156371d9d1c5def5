import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openFileStores,
  openStores,
  ownSecrets,
  restoreArchive,
  restoreSecrets,
  takeBackup,
  type Context,
} from '@revops/sync-server';
import type { ServerDisk } from '../server-disk.ts';

const key = { kind: 'raw', bytes: new Uint8Array(32).fill(7) } as const;

/** The archives of one server, apart from its data. */
export class Archives {
  readonly #disk: ServerDisk;
  #folder: string | undefined;

  constructor(disk: ServerDisk) {
    this.#disk = disk;
  }

  async take({ stores, files, config }: Context, now: () => number): Promise<string> {
    this.#folder ??= await mkdtemp(join(tmpdir(), 'revops-simulator-archives-'));
    const folder = this.#folder;
    const secrets = await ownSecrets(config);
    const { path } = await takeBackup({ stores, files }, { folder, key, now, secrets, scratchIn: folder });
    return path;
  }

  async restore(
    path: string,
    { onto, now }: { readonly onto: 'replaced' | 'empty'; readonly now: () => number },
  ): Promise<void> {
    const { config } = this.#disk;
    const target = { stores: await openStores(config), files: openFileStores(config) };
    const place =
      onto === 'empty'
        ? ({ into: 'empty', replace: false } as const)
        : ({ into: 'existing', replace: true } as const);
    try {
      const withSecrets = (text: string): Promise<void> => restoreSecrets(config, text);
      await restoreArchive(target, { path, key, now, ...place, restoreSecrets: withSecrets });
    } finally {
      await target.files.close();
      await target.stores.close();
    }
  }

  async remove(): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }
}
