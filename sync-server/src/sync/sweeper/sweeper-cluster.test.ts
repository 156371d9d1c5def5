import { describe, expect, it } from 'vitest';
import { editJob, openJob, type Job } from '@revops/domain';
import { acted, testContext, testPeople } from '@revops/domain/testing';
import { hasCluster, sameDatabaseOnEveryNode } from '#src/store/contract/cluster-kit.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { bodyOf, fresh, over, typed } from '#src/testing/sync-kit.ts';
import { send, sweepAll, sweeperOf } from './crash-kit.ts';

const { manager } = testPeople;
const rounds = 12;
const start = Date.parse('2026-04-01T06:00:00.000Z');

describe.runIf(hasCluster('Sweepers across nodes'))('sweepers in front of different nodes', () => {
  const stores = sameDatabaseOnEveryNode();

  const live = async (store: DocumentStore, id: string): Promise<readonly string[]> =>
    (await store.leaves(id)).filter((leaf) => leaf._deleted !== true).map((leaf) => leaf._rev);

  it('end in one and the same leaf, whoever joins first', { timeout: 120_000 }, async () => {
    const phone = testContext({ actor: manager, startMs: start });
    for (let round = 0; round < rounds; round += 1) {
      const opened = acted(openJob(phone, { plate: 'MH12AB1234', customerName: 'Raj' })).documents.map(fresh);
      const job = typed(opened, 'job');
      await send(stores[0] as DocumentStore, manager, opened, start);
      // Each node is told of an edit of its own by a gateway that died before it joined anything.
      await Promise.all(
        stores.map((store, node) => {
          const edit = acted(editJob(phone, bodyOf(job) as unknown as Job, { address: `Gate ${node}` }));
          return store.bulkWrite([over(job, typed(edit.documents, 'job'))]);
        }),
      );
      // A feed of a cluster may be late; the next row wakes a sweeper again.
      for (let again = 0; again < 20; again += 1) {
        await Promise.all(stores.map((store) => sweepAll(sweeperOf(store, () => start + 60_000))));
        if (
          (await Promise.all(stores.map((store) => live(store, job._id)))).every((revs) => revs.length === 1)
        )
          break;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      const revs = await Promise.all(stores.map((store) => live(store, job._id)));
      expect(new Set(revs.map(String)).size).toBe(1);
      expect(revs[0]).toHaveLength(1);
      expect(await stores[1]?.get(job._id)).toMatchObject({ address: `Gate ${stores.length - 1}` });
    }
  });
});
