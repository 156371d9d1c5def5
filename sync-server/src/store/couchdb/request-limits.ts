/**
 * Sockets to CouchDB per process, long-polls apart. One CouchDB core answers a few thousand small requests a second;
 * more than this only moves the queue from here, where it is bounded, into CouchDB, where it is not.
 */
export const maxSockets = 32;

/**
 * Requests that wait for a socket. At 2 ms each a full queue is two seconds long: whoever comes later is told at once
 * that the store is busy instead of holding memory for an answer that comes too late.
 */
export const maxWaiting = 1000;

/** How long each kind of request may take before the store counts as not answering. */
export const timeoutMs = {
  /** Single documents and revisions: milliseconds when all is well. */
  read: 10_000,
  /** Pages of the feed, views and look-ups: an index may have to catch up with a burst of writes first. */
  scan: 30_000,
  /** Up to 4 MB with fsync; a cluster waits for two of its copies. */
  write: 30_000,
  /** Databases and design documents. */
  setup: 60_000,
  /** A readiness probe must not wait for what is already too slow. */
  probe: 3000,
} as const;

export type RequestKind = keyof typeof timeoutMs;

/** Reads are repeated after these pauses, each stretched by chance up to twofold, so that gateways do not come in step. */
export const retryPausesMs: readonly number[] = [50, 250];

/** CouchDB keeps an idle socket for 300 s and many proxies for 60 s; below both, none is closed under a request. */
export const keepAliveMs = 50_000;

/** What the caller is told to wait when the queue is full or the store does not answer. */
export const retryAfterSeconds = 2;

/** And after it took all the time that it had: thousands of phones must not ask for the same index every other second. */
export const slowRetrySeconds = 15;

/** How long one upstream long-poll waits; CouchDB itself ends it after 60 s. */
export const feedPollMs = 50_000;

/** Beyond the poll: a feed that says nothing for so long is dead. */
export const feedGraceMs = 15_000;
