import { proxy, wrap } from 'comlink';
import { listenToDevice } from '#src/data/account/current-device.ts';
import { deviceDatabaseName } from '#src/data/index.ts';
import type { EngineOwner, EngineWorker } from './worker-api.ts';

/** A worker that does not answer must not keep the next tab from taking over. */
const stopLimitMs = 2000;

/** What the app hears when the device or its network come back; sockets that died in between do not tell. */
function listenToPlatform(restart: () => void): () => void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') restart();
  };
  addEventListener('online', restart);
  addEventListener('pageshow', restart);
  document.addEventListener('visibilitychange', seen);
  // Somebody signed in again: what waits can go.
  const stopListening = listenToDevice(restart);
  return () => {
    removeEventListener('online', restart);
    removeEventListener('pageshow', restart);
    document.removeEventListener('visibilitychange', seen);
    stopListening();
  };
}

const within = (work: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, ms))]);

/** Runs the worker until the signal; the browser lets the lock go with the tab, so another tab takes over. */
async function runWorker(owner: EngineOwner, signal: AbortSignal): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const engine = wrap<EngineWorker>(worker);
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const stopListening = listenToPlatform(() => void engine.restart());
  try {
    const isClosed = await new Promise<boolean>((resolve, reject) => {
      void ended.then(() => resolve(false));
      if (!signal.aborted)
        engine
          .start(
            owner,
            proxy(() => resolve(true)),
          )
          .catch(reject);
    });
    if (!isClosed) await within(engine.stop(), stopLimitMs);
  } finally {
    stopListening();
    worker.terminate();
  }
}

/**
 * Runs this person's engine in one tab of the device: whoever holds the lock. Saves in any tab wake it.
 * @returns what ends it; what waits stays in the journal.
 */
export function startEngine(owner: EngineOwner): () => void {
  const stopping = new AbortController();
  const name = `engine ${deviceDatabaseName(owner.workshopId, owner.userId)}`;
  navigator.locks
    .request(name, { signal: stopping.signal }, () => runWorker(owner, stopping.signal))
    .catch((error: unknown) => {
      if (!stopping.signal.aborted) reportError(error);
    });
  return () => stopping.abort();
}
