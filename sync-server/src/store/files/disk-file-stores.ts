import { join } from 'node:path';
import { DiskFileStore } from './disk-file-store.ts';
import { checkWorkshop } from './file-key.ts';
import type { FileStores } from './file-store.ts';

/** Files under `<folder>/files`, for the server that is alone with its folder. */
export function diskFileStores(folder: string): FileStores {
  return {
    of: (workshopId) => new DiskFileStore(join(folder, 'files', checkWorkshop(workshopId))),
    close: () => Promise.resolve(),
  };
}
