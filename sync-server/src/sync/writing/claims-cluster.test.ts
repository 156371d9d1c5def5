import { describe, expect, it } from 'vitest';
import type { Claim } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { hasCluster, sameDatabaseOnEveryNode } from '#src/store/contract/cluster-kit.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { randomHash } from '#src/testing/sync-kit.ts';
import { Batch } from './batch.ts';
import { claimWord } from './claim-word.ts';
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

  it(
    'never let a cancellation in beside a decision, whatever turns they name',
    { timeout: 120_000 },
    async () => {
      let cancelled = 0;
      for (let round = 0; round < rounds; round += 1) {
        const say = async (store: DocumentStore, type: string, turn: number): Promise<boolean> => {
          const word = { group: `w${round}`, turn, isLast: type === 'paymentCancellation' };
          const holder = `${type}:${word.group}:${turn}`;
          const claim = { kind: 'verdict', key: `${word.group}:${turn}`, holder, word } as const;
          const document = { _id: holder, type, paymentId: `payment:${word.group}` } as never;
          const decider = { rev: `1-${randomHash()}`, by: 'olga', at: new Date().toISOString() };
          // Nothing of the others is seen: their lists lag.
          const refused = await insist(() => claimWord(store, new Batch(store), claim, document, decider));
          if (!refused) await store.bulkWrite([{ _id: holder, _rev: decider.rev, createdBy: 'olga' }]);
          return refused === undefined;
        };
        // Two claims take longer than one; without a start the cancellation would never be the first.
        const later = () => new Promise((resolve) => setTimeout(resolve, 150 * Math.random()));
        const turns = [
          (store: DocumentStore) => say(store, 'paymentCancellation', 1),
          (store: DocumentStore) => later().then(() => say(store, 'paymentDecision', 1)),
          (store: DocumentStore) => later().then(() => say(store, 'paymentDecision', 2)),
        ];
        const admitted = await Promise.all(
          stores.map(async (store, node) => turns[(node + round) % turns.length]?.(store)),
        );
        const byWord = turns.map((_turn, index) => admitted[(index - (round % 3) + 3) % 3]);
        expect(byWord[0] === true && (byWord[1] === true || byWord[2] === true)).toBe(false);
        expect(admitted).toContain(true);
        if (byWord[0] === true) cancelled += 1;
      }
      expect(cancelled).toBeGreaterThan(0);
    },
  );
});
