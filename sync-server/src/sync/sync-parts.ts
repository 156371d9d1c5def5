import type { Erasures } from '#src/erasure/erasures.ts';
import type { AccessTokens } from '#src/services/access-tokens.ts';
import type { RightsReader } from '#src/services/rights.ts';
import type { WorkshopDocuments } from '#src/services/workshop-documents.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { LiveLimits } from './reading/live-limits.ts';
import type { LiveFeed } from './reading/live-feed.ts';
import type { LiveParts } from './reading/live-parts.ts';
import type { Workshops } from './workshops.ts';
import type { Timelines } from './timelines.ts';
import type { FinishedWrites } from './writing/finished-writes.ts';
import type { WriteQueue } from './writing/write-queue.ts';

/** What the gateway needs of the server around it. */
export interface SyncOptions {
  readonly accessTokens: AccessTokens;
  readonly rights: RightsReader;
  readonly documentsOf: (workshopId: string) => Promise<WorkshopDocuments>;
  readonly now: () => number;
  readonly newId: () => string;
  /** How long a long-poll may wait: 50 s; 20 s behind hosts that cut at 26. */
  readonly longpollMs: number;
  readonly metrics: Metrics;
  /** What owners erased stays erased in files that were put back. */
  readonly erasures?: Pick<Erasures, 'replay'>;
  readonly logger?: Logger;
  /** Where the usual ones do not fit. */
  readonly liveLimits?: Partial<LiveLimits>;
}

export interface SyncParts extends SyncOptions {
  readonly workshops: Workshops;
  readonly live: LiveParts;
}

/** What one process holds of a workshop: only handles and caches, nothing that correctness rests on. */
export interface Workshop {
  readonly id: string;
  readonly store: DocumentStore;
  readonly documents: WorkshopDocuments;
  readonly timelines: Timelines;
  readonly feed: LiveFeed;
  readonly writes: WriteQueue;
  readonly finished: FinishedWrites;
}
