import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyDocument, Claim } from '@revops/domain';
import type { DocumentBody, DocumentStore, PutOutcome, StoreServer } from '#src/store/document-store.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { randomHash } from '#src/testing/sync-kit.ts';
import { Batch } from './batch.ts';
import { firstRevision } from './revisions.ts';
import { claimUtr } from './utr-claims.ts';
import { claimVerdict } from './verdict-claims.ts';

let server: StoreServer;
let store: DocumentStore;
let turn = 0;
const now = Date.parse('2026-04-01T06:00:00.000Z');
const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

beforeAll(async () => {
  server = await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-claims-')) });
  store = await server.open('ws-claims');
  await store.bulkWrite([firstRevision({ _id: 'member:olga', type: 'member', name: 'Olga' })]);
});
afterAll(() => server.close());

/** The real store, which answers the next puts of claims as a cluster without quorum would: stored, but not sure. */
function unsure(outcomes: readonly PutOutcome['outcome'][]): DocumentStore {
  const left = [...outcomes];
  const put = async (body: DocumentBody): Promise<PutOutcome> => {
    const stored = await store.put(body);
    if (body._deleted === true || stored.outcome === 'conflict' || left.shift() !== 'accepted') return stored;
    return { outcome: 'accepted', rev: stored.rev };
  };
  return new Proxy(store, {
    get: (target, name: keyof DocumentStore) => {
      if (name === 'put') return put;
      const member: unknown = target[name];
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function decision(): { readonly claim: Claim; readonly rev: string; readonly rival: Claim } {
  turn += 1;
  const key = `p${turn}:1`;
  return {
    claim: { kind: 'verdict', key, holder: `paymentDecision:${key}` },
    rival: { kind: 'verdict', key, holder: `paymentCancellation:${key}` },
    rev: `1-${randomHash()}`,
  };
}

const live = async ({ kind, key }: Claim) =>
  (await store.leaves(`claim:${kind}:${key}`)).filter((leaf) => leaf._deleted !== true);
/** A revision that a copy has of its own. */
const stray = (claim: Claim, body: object) =>
  store.bulkWrite([
    {
      _id: `claim:${claim.kind}:${claim.key}`,
      _rev: `1-${randomHash()}`,
      type: 'claim',
      holder: claim.holder,
      ...body,
    },
  ]);
const body = (id: string, rev: string): Promise<void> =>
  store.bulkWrite([{ _id: id, _rev: rev, createdBy: 'olga', createdAt: at(0) }]);
const decider = (rev: string, minutes = 0) => ({ rev, by: 'olga', at: at(minutes) });

describe('the claim of a decision', () => {
  it('that only some copies took is withdrawn and taken anew', async () => {
    const { claim, rev } = decision();
    expect(await claimVerdict(unsure(['accepted', 'accepted']), claim, decider(rev))).toBeUndefined();
    expect(await live(claim)).toMatchObject([{ holder: claim.holder, rev }]);
    expect((await live(claim))[0]?._rev).toMatch(/^5-/);
  });

  it('is held by nobody where there is never a quorum: the phone is asked to come again', async () => {
    const { claim, rev } = decision();
    const never = unsure(Array.from({ length: 20 }, () => 'accepted' as const));
    await expect(claimVerdict(never, claim, decider(rev))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await live(claim)).toEqual([]);
  });

  it('is kept by the one who holds it and refused to every other, with name and time', async () => {
    const { claim, rev, rival } = decision();
    expect(await claimVerdict(store, claim, decider(rev))).toBeUndefined();
    expect(await claimVerdict(store, claim, decider(rev))).toBeUndefined();
    const refused = await claimVerdict(store, rival, decider(`1-${randomHash()}`, 1));
    expect(refused).toMatchObject({ code: 'already_decided' });
    expect(refused?.words).toContain(`Olga decided this first, at ${at(0)}`);
    // Two owners who decide one turn write one id.
    expect(await claimVerdict(store, claim, decider(`1-${randomHash()}`))).toMatchObject({
      code: 'already_decided',
    });
  });

  it('goes to the rival whose document came, also where ours was left over and wins by its revision', async () => {
    const { claim, rev, rival } = decision();
    const rivalsRev = `1-${randomHash()}`;
    await stray(claim, { rev, at: at(0) });
    await stray(rival, { rev: rivalsRev, at: at(0) });
    await body(rival.holder, rivalsRev);
    expect(await claimVerdict(store, claim, decider(rev))).toMatchObject({ code: 'already_decided' });
    expect(await claimVerdict(store, rival, decider(rivalsRev))).toBeUndefined();
  });

  it('waits beside a rival that may still come, and is taken anew once both are dead', async () => {
    const { claim, rev, rival } = decision();
    await stray(claim, { rev, at: at(0) });
    await stray(rival, { rev: `1-${randomHash()}`, at: at(0) });
    await expect(claimVerdict(store, claim, decider(rev, 1))).rejects.toMatchObject({ code: 'unavailable' });
    expect(await live(claim)).toHaveLength(2);
    expect(await claimVerdict(store, claim, decider(rev, 5))).toBeUndefined();
    expect(await live(claim)).toMatchObject([{ holder: claim.holder, rev, at: at(5) }]);
  });
});

describe('the claim of a bank reference', () => {
  const use = (payment: string, utr: string, transfer?: string) => ({
    claim: { kind: 'utr', key: utr, holder: transfer ?? `payment:${payment}` } as const,
    paymentId: `payment:${payment}`,
    proof: { _id: `paymentProof:${payment}`, access: [], offset: 0 } as unknown as AnyDocument,
  });
  const claim = (target: DocumentStore, given: ReturnType<typeof use>) =>
    claimUtr(target, new Batch(target), given, at(0));

  it('that only some copies took is withdrawn and taken anew, with every payment that used it', async () => {
    expect(await claim(unsure(['accepted']), use('a', 'UTR1', 'lot'))).toBeUndefined();
    expect(await claim(unsure(['accepted', 'accepted']), use('b', 'UTR1', 'lot'))).toBeUndefined();
    const [held, ...more] = await live(use('a', 'UTR1').claim);
    expect(more).toEqual([]);
    expect(held?.['payments']).toEqual(['payment:a', 'payment:b']);
  });

  it('finds the clash also beside a rival that has no quorum', async () => {
    const first = use('c', 'UTR2');
    await stray(first.claim, { payments: ['payment:c'], at: at(0) });
    await stray(use('d', 'UTR2').claim, { payments: ['payment:d'], at: at(0) });
    expect(await claim(store, first)).toMatchObject({ type: 'paymentClash', paymentId: 'payment:c' });
    expect(await claim(store, use('d', 'UTR2'))).toMatchObject({ paymentId: 'payment:d' });
  });
});
