import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';

/** Copies without a quorum may go on disagreeing; after this many tries the store is not fit to promise anything. */
export const maxAttempts = 5;
/** Rivals that met once would meet again in step. */
const pauseMs = 40;

type ClaimBody = Readonly<Record<string, unknown>>;

export const noQuorum = (): AppError =>
  new AppError('unavailable', 'The store has no quorum.', { retryAfterSeconds: 2 });

/**
 * Makes a claim, or answers who is there: usually one, but beside a holder there may be a rival that could not be
 * withdrawn. Only a store that answers for all its copies can give a claim away; what fewer took is withdrawn again.
 */
export async function takeClaim(
  store: DocumentStore,
  id: string,
  body: ClaimBody,
): Promise<readonly StoredDocument[] | 'taken'> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const put = await store.put({ ...body, _id: id, type: 'claim' });
    if (put.outcome === 'created') return 'taken';
    if (put.outcome === 'accepted') {
      await withdraw(store, id, put.rev);
      await pause(attempt);
    } else {
      const held = (await store.leaves(id)).filter((leaf) => leaf._deleted !== true);
      if (held.length > 0) return held;
    }
  }
  throw noQuorum();
}

/** A conflict means that somebody withdrew it before, or built on it; then it is not ours to take away. */
export async function withdraw(store: DocumentStore, id: string, rev: string): Promise<void> {
  await store.put({ _id: id, _rev: rev, _deleted: true });
}

export const pause = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pauseMs * attempt * (0.5 + Math.random()));
  });
