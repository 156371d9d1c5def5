import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { diskFileStores } from '#src/store/files/disk-file-stores.ts';
import type { BackupSource } from '../reading/backup-source.ts';

/** Opens the store in a folder that nobody else uses, for one task. */
export async function inScratch<T>(folder: string, task: (scratch: BackupSource) => Promise<T>): Promise<T> {
  const stores = await openEmbeddedStore({ folder });
  try {
    return await task({ stores, files: diskFileStores(folder) });
  } finally {
    await stores.close();
  }
}
