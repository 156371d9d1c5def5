import { describe, expect, it } from 'vitest';
import type { DocumentStore, PutOutcome } from '../document-store.ts';
import { hasCluster, sameDatabaseOnEveryNode } from './cluster-kit.ts';
import { hash, revision } from './contract-kit.ts';

const rounds = 40;
/** Forty rounds on three nodes of one loaded machine. */
const timeout = 120_000;

/** The same database through each node: what several gateways of one cluster do to each other. */
describe.runIf(hasCluster('The races across nodes'))('a cluster', () => {
  const stores = sameDatabaseOnEveryNode();

  const onEveryNode = <T>(run: (store: DocumentStore, node: number) => Promise<T>): Promise<readonly T[]> =>
    Promise.all(stores.map(run));

  /** Copies agree a moment after a race. */
  async function settled<T>(read: (store: DocumentStore) => Promise<T>): Promise<readonly T[]> {
    const deadline = Date.now() + 15_000;
    for (;;) {
      const seen = await onEveryNode(read);
      const agreed = new Set(seen.map((one) => JSON.stringify(one))).size === 1;
      if (agreed || Date.now() > deadline) return seen;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  it('ends in one and the same leaf when every node writes the same join', { timeout }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const id = `join:${round}`;
      await stores[0]?.bulkWrite([revision(id, 'ab', { x: 'b' })]);
      await stores[1]?.bulkWrite([revision(id, 'ac', { x: 'c' })]);
      await onEveryNode((store) =>
        store.bulkWrite([
          revision(id, 'acd', { x: 'join' }),
          revision(id, 'abe', { _deleted: true, access: ['everyone'] }),
        ]),
      );
      const seen = await settled(async (store) =>
        (await store.leaves(id)).filter((leaf) => !leaf._deleted).map((leaf) => leaf._rev),
      );
      expect(seen).toEqual(stores.map(() => [`3-${hash('d')}`]));
    }
  });

  it(
    'never says "created" to two, and counts nothing as held that only some copies know',
    { timeout },
    async () => {
      const outcomes: (readonly PutOutcome['outcome'][])[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const puts = await onEveryNode((store, node) =>
          store.put({ _id: `claim:${round}`, holder: `node ${node}` }),
        );
        outcomes.push(puts.map((put) => put.outcome));
      }
      expect(outcomes.filter((row) => row.filter((one) => one === 'created').length > 1)).toEqual([]);
    },
  );

  /**
   * What the gateway does: only `created` holds; `accepted` withdraws its own revision and tries again. What a conflict
   * shows may be withdrawn a moment later, so it says "not you", never "for ever".
   */
  async function claim(
    store: DocumentStore,
    id: string,
    holder: string,
  ): Promise<'held' | 'refused' | 'later'> {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const put = await store.put({ _id: id, holder });
      if (put.outcome === 'created') return 'held';
      if (put.outcome === 'accepted') {
        await store.put({ _id: id, _rev: put.rev, _deleted: true });
        await new Promise((resolve) => setTimeout(resolve, 40 * attempt * (0.5 + Math.random())));
      } else if ((await store.leaves(id)).some((leaf) => !leaf._deleted)) return 'refused';
    }
    return 'later';
  }

  it('gives a claim to one at most, and then to the one who was told so', { timeout }, async () => {
    let given = 0;
    for (let round = 0; round < rounds; round += 1) {
      const id = `claim:held-${round}`;
      const told = await onEveryNode((store, node) => claim(store, id, `node ${node}`));
      const holders = told.flatMap((answer, node) => (answer === 'held' ? [`node ${node}`] : []));
      expect(holders.length).toBeLessThanOrEqual(1);
      given += holders.length;
      if (holders.length === 0) continue;
      const stored = await settled(async (store) =>
        (await store.leaves(id)).filter((leaf) => !leaf._deleted).map((leaf) => leaf['holder']),
      );
      expect(stored).toEqual(stores.map(() => holders));
    }
    expect(given).toBeGreaterThan(rounds / 2);
  });

  it('is one opening for every node, and says that its numbers cannot be compared', async () => {
    const infos = await onEveryNode((store) => store.info());
    expect(new Set(infos.map((info) => info.opening)).size).toBe(1);
    expect(infos.map((info) => [info.comparable, info.openedAtSeq])).toEqual(stores.map(() => [false, '0']));
  });
});
