import type { Config } from '#src/config/config.ts';
import type { Logger } from '../logger.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { Accounts } from './accounts.ts';
import type { Devices } from './devices.ts';
import type { Mailer } from './mailer.ts';
import type { RightsReader } from './rights.ts';
import type { Sessions } from './sessions.ts';
import type { SystemStore } from './system-store.ts';
import type { WorkshopDocuments } from './workshop-documents.ts';

/** What the account services share. */
export interface Services {
  readonly config: Config;
  readonly logger: Logger;
  readonly now: () => number;
  readonly newId: () => string;
  readonly system: SystemStore;
  readonly accounts: Accounts;
  readonly accessTokens: AccessTokens;
  readonly sessions: Sessions;
  readonly rights: RightsReader;
  readonly devices: Devices;
  readonly mailer: Mailer;
  readonly documentsOf: (workshopId: string) => Promise<WorkshopDocuments>;
}
