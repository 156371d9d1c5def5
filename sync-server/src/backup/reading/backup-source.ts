import type { StoreServer } from '#src/store/document-store.ts';
import type { FileStores } from '#src/store/files/file-store.ts';

/** What a backup is taken from and brought back to. */
export interface BackupSource {
  readonly stores: StoreServer;
  readonly files: FileStores;
}

const workshopShape = /^ws-([A-Za-z0-9-]+)$/;

/** On CouchDB the files stand in databases beside; they are read as files. */
export const workshopOf = (database: string): string | undefined =>
  database.endsWith('-files') ? undefined : workshopShape.exec(database)?.[1];

export const workshopDatabaseOf = (workshopId: string): string => `ws-${workshopId}`;
