import { uuidv7 } from '@revops/domain';
import type { Config } from './config/config.ts';
import { loadSecrets } from './config/secrets.ts';
import { Erasures } from './erasure/erasures.ts';
import { createLogger, type Logger } from './logger.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { AccessTokens } from './services/access-tokens.ts';
import { Accounts } from './services/accounts.ts';
import { Devices } from './services/devices.ts';
import { createMailer, type Mailer } from './services/mailer.ts';
import { RefreshTokens } from './services/refresh-tokens.ts';
import { RightsReader } from './services/rights.ts';
import type { Services } from './services/services.ts';
import { Sessions } from './services/sessions.ts';
import { systemDatabase, SystemStore } from './services/system-store.ts';
import { WorkshopDocuments } from './services/workshop-documents.ts';
import type { DocumentStore, StoreServer } from './store/document-store.ts';
import type { FileStores } from './store/files/file-store.ts';
import { openFileStores } from './store/files/open-file-stores.ts';
import { openStores } from './store/open-stores.ts';

/** Everything a request may need, made once; tests and the simulator replace single parts. */
export interface Context extends Services {
  readonly stores: StoreServer;
  readonly files: FileStores;
  readonly metrics: Metrics;
  readonly erasures: Erasures;
  readonly workshopStore: (workshopId: string) => Promise<DocumentStore>;
  close(): Promise<void>;
}

export interface Overrides {
  readonly stores?: StoreServer;
  readonly files?: FileStores;
  readonly now?: () => number;
  readonly newId?: () => string;
  readonly logger?: Logger;
  readonly mailer?: Mailer;
}

export const workshopDatabase = (workshopId: string): string => `ws-${workshopId}`;

export async function createContext(config: Config, overrides: Overrides = {}): Promise<Context> {
  const now = overrides.now ?? Date.now;
  const newId =
    overrides.newId ??
    ((): string => uuidv7(now(), (count) => crypto.getRandomValues(new Uint8Array(count))));
  const logger = overrides.logger ?? createLogger(config);
  const stores = overrides.stores ?? (await openStores(config));
  const files = overrides.files ?? openFileStores(config);
  const mailer = overrides.mailer ?? createMailer(config, logger, newId);
  const workshopStore = (id: string): Promise<DocumentStore> => stores.open(workshopDatabase(id));
  const core = await accountParts(config, stores, now, newId);
  return {
    ...core,
    config,
    logger,
    now,
    newId,
    mailer,
    stores,
    files,
    metrics: createMetrics(),
    erasures: new Erasures({ stores, files, now, newId }),
    workshopStore,
    documentsOf: async (id) => new WorkshopDocuments(await workshopStore(id), now),
    async close() {
      mailer.close();
      await files.close();
      await stores.close();
    },
  };
}

async function accountParts(config: Config, stores: StoreServer, now: () => number, newId: () => string) {
  const keys = await loadSecrets(config, now());
  const system = new SystemStore(await stores.open(systemDatabase));
  const accounts = new Accounts(system);
  const sessions = new Sessions({ system, tokens: new RefreshTokens(keys), now, newId });
  return {
    system,
    accounts,
    sessions,
    accessTokens: new AccessTokens(keys, now),
    rights: new RightsReader(accounts, sessions, now),
    devices: new Devices({ accounts, newId }),
  };
}
