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
