import { describe, expect, it } from 'vitest';
import type { Claim } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { hasCluster, sameDatabaseOnEveryNode } from '#src/store/contract/cluster-kit.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { randomHash } from '#src/testing/sync-kit.ts';
import { Batch } from './batch.ts';
import { claimUtr } from './utr-claims.ts';
import { claimVerdict } from './verdict-claims.ts';

const rounds = 40;

/** What gateways in front of different nodes do to each other when several people decide at once. */
describe.runIf(hasCluster('Claims across nodes'))('claims on a cluster', () => {
  const stores = sameDatabaseOnEveryNode();

  /** As a phone does it: comes again as long as the server says that it cannot promise anything now. */
  async function insist<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof AppError && error.code === 'unavailable') || attempt > 20) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100 * Math.random() * attempt));
      }
    }
  }

  async function decide(store: DocumentStore, claim: Claim): Promise<string> {
    const rev = `1-${randomHash()}`;
    const at = new Date().toISOString();
    const refused = await insist(() => claimVerdict(store, claim, { rev, by: 'olga', at }));
    if (refused) return refused.code;
    await store.bulkWrite([{ _id: claim.holder, _rev: rev, createdBy: 'olga', createdAt: at }]);
    return 'ok';
  }

  it('give each turn to exactly one of three deciders', { timeout: 120_000 }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const key = `p${round}:1`;
      const codes = await Promise.all(
        stores.map((store, node) =>
          decide(store, { kind: 'verdict', key, holder: `paymentDecision${node}:${key}` }),
        ),
      );
      expect(codes.toSorted()).toEqual(['already_decided', 'already_decided', 'ok']);
    }
  });

  it('never let two payments share a bank reference without a clash', { timeout: 120_000 }, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const clashes = await Promise.all(
        stores.map((store, node) => {
          const paymentId = `payment:${round}-${node}`;
          const claim = { kind: 'utr', key: `UTR${round}`, holder: paymentId } as const;
          const proof = { _id: `paymentProof:${round}-${node}`, access: [], offset: 0 } as never;
          return insist(() =>
            claimUtr(store, new Batch(store), { claim, paymentId, proof }, new Date().toISOString()),
          );
        }),
      );
      const without = clashes.filter((clash) => clash === undefined);
      expect(without.length).toBeLessThanOrEqual(1);
    }
  });
});
