import type { AccessTokens } from '#src/services/access-tokens.ts';
import type { RightsReader } from '#src/services/rights.ts';
import type { WorkshopDocuments } from '#src/services/workshop-documents.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { LiveFeed } from './reading/live-feed.ts';
import { Timelines } from './timelines.ts';
import { WriteQueue } from './writing/write-queue.ts';

/** What the gateway needs of the server around it. */
export interface SyncOptions {
  readonly accessTokens: AccessTokens;
  readonly rights: RightsReader;
  readonly documentsOf: (workshopId: string) => Promise<WorkshopDocuments>;
  readonly now: () => number;
  readonly newId: () => string;
  /** How long a long-poll may wait: 50 s; 20 s behind hosts that cut at 26. */
  readonly longpollMs: number;
}

export interface SyncParts extends SyncOptions {
  readonly workshops: Workshops;
}

/** What one process holds of a workshop: only handles and caches, nothing that correctness rests on. */
export interface Workshop {
  readonly id: string;
  readonly store: DocumentStore;
  readonly documents: WorkshopDocuments;
  readonly timelines: Timelines;
  readonly feed: LiveFeed;
  readonly writes: WriteQueue;
}

export class Workshops {
  readonly #options: SyncOptions;
  readonly #open = new Map<string, Promise<Workshop>>();
  readonly #onOpen: ((workshop: Workshop) => void)[] = [];
  #ended = false;

  constructor(options: SyncOptions) {
    this.#options = options;
  }

  of(id: string): Promise<Workshop> {
    const known = this.#open.get(id);
    if (known) return known;
    const opening = this.#start(id);
    this.#open.set(id, opening);
    opening.catch(() => this.#open.delete(id));
    return opening;
  }

  /**
   * Calls back with every workshop that this process takes up, before anybody uses it; again when it was released and
   * is taken up anew. `workshop.feed.listen` is then the place to hear of every row.
   */
  onOpen(callback: (workshop: Workshop) => void): void {
    this.#onOpen.push(callback);
  }

  /** Ends every waiting reader; the answers that they get say where they stand. */
  async close(): Promise<void> {
    this.#ended = true;
    const all = await Promise.allSettled(this.#open.values());
    for (const result of all) if (result.status === 'fulfilled') result.value.feed.close();
  }

  async #start(id: string): Promise<Workshop> {
    const documents = await this.#options.documentsOf(id);
    const { store } = documents;
    const feed = new LiveFeed(store);
    if (this.#ended) feed.close();
    const timelines = new Timelines(store, this.#options.now);
    const workshop: Workshop = { id, store, documents, timelines, feed, writes: new WriteQueue() };
    for (const callback of this.#onOpen) callback(workshop);
    return workshop;
  }
}
