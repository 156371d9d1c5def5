/** What the bench asks of a server process that it started; answers come by the same channel. */
export type Order =
  /** Processor seconds of the process so far, and its memory after a collection. */
  | { readonly kind: 'usage' }
  /** Puts an invented workshop straight into the store, as a restore would. */
  | {
      readonly kind: 'fill';
      readonly workshopId: string;
      readonly jobs: number;
      readonly ownerId: string;
      readonly managerIds: readonly string[];
    }
  /** The peer of the embedded store: the same documents stored without any check. @returns ms per batch. */
  | { readonly kind: 'raw-write'; readonly documents: readonly (readonly object[])[] }
  /** The peer of the embedded store: every row with its document, in pages. @returns ms of one read of all. */
  | { readonly kind: 'raw-read'; readonly workshopId: string; readonly page: number }
  /** Leaves nothing behind on the store. */
  | { readonly kind: 'clear' };

export interface Usage {
  readonly cpuSeconds: number;
  readonly rssBytes: number;
}

export interface Filled {
  readonly documents: number;
  readonly readableBy: Readonly<Record<string, number>>;
}

export interface Read {
  readonly ms: number;
  readonly rows: number;
}

export interface Answers {
  readonly usage: Usage;
  readonly fill: Filled;
  readonly 'raw-write': readonly number[];
  readonly 'raw-read': Read;
  readonly clear: undefined;
}

export type Message =
  | { readonly kind: 'ready'; readonly url: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };
