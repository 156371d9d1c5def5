import { expect, it } from 'vitest';
import type { ChangesPage, DocumentStore, StoreInfo, ViewRow } from '#src/store/document-store.ts';
import { FiguresOfWorkshops } from './figures-of-workshops.ts';

const settlement = (n: number): ViewRow => ({
  id: `settlement:${n}`,
  // All of one instant: more than a page of them.
  key: ['settlement', '2026-04-01T06:00:00.000Z'],
  value: { from: 'meera', to: 'olga', amount: 100 },
});

/** A workshop with so many hand-overs, that counts how often its index is read from the beginning. */
function workshop(name: string, handOvers: number) {
  const state = { opening: 'a', pending: 0, read: 0, isAway: false };
  const rows = Array.from({ length: handOvers }, (_none, n) => settlement(n));
  const info = (): Promise<StoreInfo> =>
    state.isAway
      ? Promise.reject(new Error('the store went away'))
      : Promise.resolve({
          updateSeq: '1',
          docCount: 0,
          opening: state.opening,
          openedAtSeq: '0',
          comparable: true,
        });
  const view: DocumentStore['view'] = (_view, { startKey, limit }) => {
    const [type, from] = startKey as readonly [string, string?];
    if (type !== 'settlement') return Promise.resolve([]);
    if (from === undefined) state.read += 1;
    return Promise.resolve(rows.slice(0, limit));
  };
  const changes = (): Promise<ChangesPage> => {
    const { pending } = state;
    state.pending = 0;
    return Promise.resolve({ rows: [], lastSeq: '1', pending });
  };
  return { state, store: { name, info, view, changes } as unknown as DocumentStore };
}

const limits = { maxDocuments: 25, idleMs: 1000 };
const zone = 'Asia/Kolkata';
const waiting = (kept: FiguresOfWorkshops, store: DocumentStore) =>
  kept.use(store, zone, ({ totals }) => totals.get('handover|meera')?.count);

it('reads an index to its end where thousands share one instant', async () => {
  const { store } = workshop('ws-1', 4500);
  expect(await waiting(new FiguresOfWorkshops(() => 0), store)).toBe(4500);
});

it('reads the index once, and again after files were put back or when far behind', async () => {
  const { store, state } = workshop('ws-1', 10);
  const kept = new FiguresOfWorkshops(() => 0);
  for (const [change, read] of [
    [{}, 1],
    [{}, 1],
    [{ opening: 'b' }, 2],
    [{ pending: 30_000 }, 3],
    [{}, 3],
  ] as const) {
    Object.assign(state, change);
    expect(await waiting(kept, store)).toBe(10);
    expect(state.read).toBe(read);
  }
});

it('lets go of what is idle or too much, and of the one in use last', async () => {
  let now = 0;
  const kept = new FiguresOfWorkshops(() => now, limits);
  const [one, other, large] = [workshop('ws-1', 10), workshop('ws-2', 10), workshop('ws-3', 40)];
  await waiting(kept, one.store);
  await waiting(kept, other.store);
  expect(kept.count).toBe(2);
  await waiting(kept, large.store);
  expect(kept.count).toBe(1);
  await waiting(kept, large.store);
  expect(large.state.read).toBe(1);
  now = 5000;
  await waiting(kept, one.store);
  expect([kept.count, one.state.read]).toEqual([1, 2]);
});

it('still answers after a reading that failed', async () => {
  const { store, state } = workshop('ws-1', 3);
  const kept = new FiguresOfWorkshops(() => 0);
  state.isAway = true;
  await expect(waiting(kept, store)).rejects.toThrow('the store went away');
  state.isAway = false;
  expect(await waiting(kept, store)).toBe(3);
});
