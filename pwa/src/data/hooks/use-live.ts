import { useState, useSyncExternalStore } from 'react';
import { currentDevice, listenToDevice, type CurrentDevice } from '../account/current-device.ts';
import type { Live } from '../views.ts';
import { createLiveQuery, type LiveQuery, type ReadQuery } from './live-query.ts';

const queries = new WeakMap<object, Map<string, LiveQuery<unknown>>>();
const loading = { status: 'loading' } as const;
const nothing: LiveQuery<never> = {
  subscribe: () => () => undefined,
  snapshot: () => loading,
  failure: () => undefined,
};

/** What a hook asks. Equal keys share one query, so the key must name everything that `read` depends on. */
export interface Question<T> {
  readonly key: string;
  readonly topics: readonly string[];
  readonly read: (device: CurrentDevice) => ReadQuery<T>;
  /** Shows the last answer to another key meanwhile: right for lists, wrong for one thing's page. */
  readonly keepsLast?: boolean;
}

function queryFor<T>(device: CurrentDevice, { key, topics, read }: Question<T>): LiveQuery<T> {
  const held = queries.get(device.db) ?? new Map<string, LiveQuery<unknown>>();
  queries.set(device.db, held);
  const found = held.get(key);
  if (found !== undefined) return found as LiveQuery<T>;
  const created = createLiveQuery<T>({
    db: device.db,
    topics,
    read: read(device),
    onForgotten: () => held.delete(key),
  });
  held.set(key, created);
  return created;
}

export const useCurrentDevice = (): CurrentDevice | undefined =>
  useSyncExternalStore(listenToDevice, currentDevice);

/** A live answer from the phone's own database. The previous value stays while it is read again. */
export function useLive<T>(question: Question<T>): Live<T> {
  const device = useCurrentDevice();
  const query = device === undefined ? nothing : queryFor(device, question);
  const answer = useSyncExternalStore<Live<T>>(query.subscribe, query.snapshot);
  const [last, setLast] = useState<{ readonly db: unknown; readonly answer: Live<T> }>();
  const failure = query.failure();
  // A database that is closing with its session fails harmlessly.
  if (failure !== undefined && device === currentDevice() && answer.status === 'loading') throw failure;
  if (question.keepsLast !== true) return answer;
  if (answer.status === 'ready' && last?.answer !== answer) setLast({ db: device?.db, answer });
  if (answer.status === 'loading' && last !== undefined && last.db === device?.db) return last.answer;
  return answer;
}
