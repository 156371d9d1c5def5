import { wrap, type Remote } from 'comlink';
import type { SyncWorker } from './sync-worker.ts';

type Side = Record<string, (...args: readonly unknown[]) => Promise<unknown>>;

let remote: Remote<SyncWorker> | undefined;

/** Calls a function of the worker that stands where the engine's does: of our engine, or of plain PouchDB. */
export function callSyncWorker(
  side: keyof SyncWorker,
  name: string,
  args: readonly unknown[],
): Promise<unknown> {
  remote ??= wrap<SyncWorker>(
    new Worker(new URL('./sync-worker.ts', import.meta.url), { type: 'module', name: 'sync' }),
  );
  const called = (remote[side] as unknown as Side)[name];
  return called === undefined ? Promise.reject(new Error(`no ${name}`)) : called(...args);
}
