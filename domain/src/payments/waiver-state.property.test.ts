import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { waive } from '#src/acts/waivers.ts';
import { openJob } from '#src/acts/open-job.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { ownWaiverId, type Waiver } from '#src/documents/waiver.ts';
import { money } from '#src/money/money.ts';
import type { Beside } from '#src/registry/document-type.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { acted, testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { waiverState } from './waiver-state.ts';

const waiver = arbitraryOf('waiver') as unknown as fc.Arbitrary<Waiver>;
const decisions = fc.uniqueArray(arbitraryOf('waiverDecision'), { maxLength: 5, selector: (one) => one._id });

/** The law of the design, written a second time: the owner’s last word, the owner’s own, the limit; else it waits. */
function expected(
  { _id, jobId, createdBy, amount, limit, byOwner }: Waiver,
  all: readonly AnyDocument[],
): string {
  const highest = Math.max(0, ...all.map((one) => one['turn'] as number));
  const last = all.filter((one) => one['turn'] === highest).toSorted((a, b) => (a._id < b._id ? 1 : -1))[0];
  if (last !== undefined && last['verdict'] !== 'withdrawn') return last['verdict'] as string;
  if (byOwner) return 'confirmed';
  return _id === `waiver:${jobId.slice('job:'.length)}:${createdBy}` && amount <= limit
    ? 'confirmed'
    : 'waiting';
}

test('the owner’s last word, then the owner’s own, then the limit; else it waits, whatever the order', () => {
  fc.assert(
    fc.property(waiver, decisions, (one, all) => {
      expect(waiverState(one, all).state).toBe(expected(one, all));
      expect(waiverState(one, all.toReversed())).toEqual(waiverState(one, all));
    }),
    { numRuns: 300 },
  );
});

const { manager, otherManager } = testPeople;
const job = acted(openJob(testContext({ actor: manager }), { plate: 'X', customerName: 'Raj' }))
  .documents[0] as unknown as Job;
const LIMIT = 50_000;
const workshopOf = (waiverLimit: number) =>
  ({ ...testContext().workshop, waiverLimit: money(waiverLimit) }) as const;

const arrived = (one: Waiver, beside: Beside): Waiver =>
  ({
    ...one,
    ...typeNamed('waiver')?.onArrival?.(one, beside),
  }) as Waiver;

/** Stored as the gateway stores it: what arrives first under an id stays, with its limit set right. */
function arrive(stored: Map<string, Waiver>, one: Waiver, limitNow: number): void {
  if (stored.has(one._id)) return;
  const beside = { job, workshop: { waiverLimit: limitNow } as unknown as AnyDocument };
  stored.set(one._id, arrived(one, beside));
}

test('however many waivers a manager or a changed app writes for a job, no more than the limit counts without an owner', () => {
  const writes = fc.array(
    fc.record({
      amount: fc.integer({ min: 1, max: 2 * LIMIT }),
      known: fc.integer({ min: 0, max: 4 * LIMIT }),
      knowsOthers: fc.boolean(),
      forgedLimit: fc.option(fc.integer({ min: 0, max: 1e9 }), { nil: undefined }),
      forgedId: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(writes, fc.integer({ min: 0, max: LIMIT }), (all, limitNow) => {
      const stored = new Map<string, Waiver>();
      for (const { amount, known, knowsOthers, forgedLimit, forgedId } of all) {
        const context = testContext({ actor: manager, workshop: workshopOf(known) });
        const given = knowsOthers ? [...stored.values()] : [];
        const [written] = acted(waive(context, job, { amount: money(amount), reason: 'x' }, given)).documents;
        arrive(
          stored,
          {
            ...(written as unknown as Waiver),
            ...(forgedLimit === undefined ? {} : { limit: money(forgedLimit) }),
            ...(forgedId ? { _id: ownWaiverId(job._id, manager.userId) } : {}),
          },
          limitNow,
        );
      }
      const counted = [...stored.values()].filter((one) => waiverState(one, []).state === 'confirmed');
      expect(counted.reduce((sum, { amount }) => sum + amount, 0)).toBeLessThanOrEqual(limitNow);
    }),
    { numRuns: 300 },
  );
});

test('what is given alone arrives with the limit of the day, and waits where the job is at another desk or unknown', () => {
  const written = acted(
    waive(
      testContext({ actor: manager, workshop: workshopOf(LIMIT) }),
      job,
      { amount: money(400), reason: 'x' },
      [],
    ),
  ).documents[0] as unknown as Waiver;
  const workshop = { waiverLimit: LIMIT } as unknown as AnyDocument;
  const limitAfter = (beside: Beside): number => arrived(written, beside).limit;
  expect(limitAfter({ job, workshop })).toBe(LIMIT);
  expect(limitAfter({ job, workshop: { ...workshop, waiverLimit: LIMIT + 1 } })).toBe(LIMIT);
  expect(limitAfter({ job, workshop: { ...workshop, waiverLimit: 300 } })).toBe(300);
  expect(limitAfter({ job: { ...job, desk: otherManager.userId }, workshop })).toBe(0);
  expect(limitAfter({ job: undefined, workshop })).toBe(0);
  expect(limitAfter({ job, workshop: undefined })).toBe(0);
});
