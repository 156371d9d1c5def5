import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { removeAll, uniquePrefix } from '#src/store/contract/contract-kit.ts';
import { openCouchStore } from '#src/store/couchdb/couch-store-server.ts';
import type { DocumentStore, StoreServer } from '#src/store/document-store.ts';
import { randomHash } from '#src/testing/sync-kit.ts';
import { Batch } from './batch.ts';
import { claimUtr } from './utr-claims.ts';
import { claimVerdict } from './verdict-claims.ts';

const urls = (process.env['COUCHDB_CLUSTER_URLS'] ?? '').split(',').filter((url) => url !== '');
const rounds = 40;

if (urls.length < 2)
  process.stdout.write('Claims across nodes were SKIPPED: COUCHDB_CLUSTER_URLS is not set.\n');

/** What gateways in front of different nodes do to each other when several people decide at once. */
describe.runIf(urls.length > 1)('claims on a cluster', () => {
  const servers: StoreServer[] = [];
  const stores: DocumentStore[] = [];

  beforeAll(async () => {
    const prefix = uniquePrefix();
    for (const url of urls) {
      const server = await openCouchStore({ url, prefix });
      servers.push(server);
      stores.push(await server.open('ws-1'));
    }
  });
  afterAll(async () => {
    const [first, ...others] = servers;
    await Promise.all(others.map((server) => server.close()));
    if (first) await removeAll(first);
  });

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
