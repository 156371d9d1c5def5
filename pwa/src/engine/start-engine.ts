import { proxy, wrap } from 'comlink';
import { deviceDatabaseName } from '#src/data/index.ts';
import { openBeatChannel } from './beat.ts';
import { electEngine, type RunEnd } from './elect.ts';
import { listenToPlatform } from './platform-events.ts';
import type { EngineOwner, EngineWorker, WorkerEnd } from './worker-api.ts';

/** A worker that does not answer must not keep the next tab from taking over. */
const stopLimitMs = 2000;
/** After a worker ended by itself; a database that goes on failing must not be hammered. */
const restMs = 5000;

const within = (work: Promise<unknown>, ms: number): Promise<unknown> =>
  Promise.race([work.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, ms))]);

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, restMs);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Resolves with why the worker ended by itself, or with nothing at the signal. */
function untilEnded(
  worker: Worker,
  start: (onEnded: (end: WorkerEnd) => void) => Promise<void>,
  signal: AbortSignal,
) {
  return new Promise<WorkerEnd | undefined>((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    // Its file could not be fetched, or its process is gone.
    worker.addEventListener('error', (event) => {
      if (event.message === undefined) resolve('broken');
    });
    start(resolve).catch(reject);
  });
}

/** Runs the worker until the signal, or until it ends by itself. */
async function runWorker(owner: EngineOwner, signal: AbortSignal): Promise<RunEnd> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  const engine = wrap<EngineWorker>(worker);
  const stopListening = listenToPlatform(() => void engine.restart());
  try {
    const end = await untilEnded(worker, (onEnded) => engine.start(owner, proxy(onEnded)), signal);
    if (end !== 'closed') await within(engine.stop(), stopLimitMs);
    return end === 'closed' ? 'over' : 'again';
  } catch (error) {
    reportError(error);
    return 'again';
  } finally {
    stopListening();
    worker.terminate();
  }
}

/**
 * Runs this person's engine in one tab of the device. Saves in any tab wake it.
 * @returns what ends it; what waits stays in the journal.
 */
export function startEngine(owner: EngineOwner): () => void {
  const name = `engine ${deviceDatabaseName(owner.workshopId, owner.userId)}`;
  return electEngine({
    name,
    locks: {
      request: async (lock, options, held) => {
        await navigator.locks.request(lock, options, held);
      },
    },
    openChannel: () => openBeatChannel(deviceDatabaseName(owner.workshopId, owner.userId)),
    now: () => performance.now(),
    setInterval: (run, ms) => setInterval(run, ms),
    clearInterval: (timer) => clearInterval(timer as number),
    rest: pause,
    run: (signal) => runWorker(owner, signal),
    onError: reportError,
  });
}
