export { createApp, type AppParts } from './app.ts';
export { ConfigError, parseConfig, type Config } from './config/config.ts';
export { defaultLimits, wideLimits, type Limits } from './config/limits.ts';
export { createContext, workshopDatabase, type Context, type Overrides } from './context.ts';
export { AppError } from './errors/app-error.ts';
export { createLogger, type Logger } from './logger.ts';
export { serve, type Running } from './serve.ts';
export { createSyncGateway, type SyncGateway } from './sync/sync-gateway.ts';
export type * from './store/document-store.ts';
export {
  openEmbeddedStore,
  type EmbeddedOptions,
  type EmbeddedStoreServer,
} from './store/embedded/embedded-store-server.ts';
export type { SyncOptions } from './sync/sync-parts.ts';
export { ownSecrets, restoreSecrets } from './backup/own-secrets.ts';
export { restoreArchive } from './backup/restoring/restore-archive.ts';
export { takeBackup } from './backup/take-backup.ts';
export { openFileStores } from './store/files/open-file-stores.ts';
export { openStores } from './store/open-stores.ts';
