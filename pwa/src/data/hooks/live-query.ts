import { correctedNow } from '../clock.ts';
import { reading, type DeviceDatabase } from '../database/open.ts';
import type { ReadTx } from '../database/schema.ts';
import type { Live } from '../views.ts';

/** Changes by the engine come in bursts during a pull; a screen follows them at most this often. */
const FAR_CHANGES_MS = 200;
/** A screen that is left and entered again finds its last answer; older ones are forgotten. */
const KEPT_MS = 30_000;
const MINUTE_MS = 60_000;

export type ReadQuery<T> = (tx: ReadTx, now: string) => Promise<T>;

export interface LiveQuery<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly snapshot: () => Live<T>;
  /** A failed read; screens throw it to their boundary. */
  readonly failure: () => unknown;
}

export interface QueryOptions<T> {
  readonly db: DeviceDatabase;
  /** Topics on which the answer may change; `minute` is the passing of time. */
  readonly topics: readonly string[];
  readonly read: ReadQuery<T>;
  readonly onForgotten: () => void;
}

/** One question to the database and its latest answer, read again when one of its topics changes. */
export function createLiveQuery<T>({ db, topics, read, onForgotten }: QueryOptions<T>): LiveQuery<T> {
  const listeners = new Set<() => void>();
  let answer: Live<T> = { status: 'loading' };
  let failure: unknown;
  let isReading = false;
  let isStale = true;
  let lastReadMs = 0;
  let later: ReturnType<typeof setTimeout> | undefined;
  let forgetting: ReturnType<typeof setTimeout> | undefined;

  const refresh = async (): Promise<void> => {
    isStale = true;
    if (isReading) return;
    isReading = true;
    while (isStale) {
      isStale = false;
      try {
        const value = await reading(db, (tx) => read(tx, correctedNow()));
        answer = { status: 'ready', value };
        failure = undefined;
      } catch (error) {
        failure = error;
        // Another object, or a screen that still waits for the first answer would not look and wait for ever.
        if (answer.status === 'loading') answer = { status: 'loading' };
      }
      lastReadMs = Date.now();
      for (const listener of listeners) listener();
    }
    isReading = false;
  };
  const refreshSoon = (): void => {
    if (later !== undefined) return;
    const waitMs = Math.max(0, lastReadMs + FAR_CHANGES_MS - Date.now());
    later = setTimeout(() => {
      later = undefined;
      void refresh();
    }, waitMs);
  };
  const unlisten = db.topics.listen((changed, far) => {
    if (!topics.some((topic) => changed.has(topic))) return;
    if (listeners.size === 0) isStale = true;
    else if (far) refreshSoon();
    else void refresh();
  });
  const ticking = topics.includes('minute')
    ? setInterval(() => (listeners.size === 0 ? (isStale = true) : void refresh()), MINUTE_MS)
    : undefined;
  const forgetLater = (): void => {
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      unlisten();
      clearInterval(ticking);
      clearTimeout(later);
      onForgotten();
    }, KEPT_MS);
  };

  // Asked while rendering, so that the answer is often there when the screen is painted first.
  void refresh();
  forgetLater();
  return {
    subscribe(listener) {
      clearTimeout(forgetting);
      listeners.add(listener);
      if (isStale && !isReading) void refresh();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) forgetLater();
      };
    },
    snapshot: () => answer,
    failure: () => failure,
  };
}
