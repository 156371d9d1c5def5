import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#src/demo/random.ts';
import { plainBook } from '#src/analytics/plain-book.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import { groupOf } from '#src/registry/registry.ts';
import { randomHistory } from '#src/testing/random-history.ts';
import { difference, type Contribution } from './contribution.ts';
import { jobContributions } from './job-contribution.ts';
import { groupContributions, ledgerOf, receivedIn, type Total } from './ledger.ts';

const ZONE = 'Asia/Kolkata';
const seeds = fc.integer({ min: 0, max: 1e9 });
const runs = { numRuns: 6 };

const sorted = (totals: ReadonlyMap<string, Total>): unknown[] =>
  [...totals]
    .filter(([, total]) => total.amount !== 0 || total.count !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** Running totals as a phone keeps them: each group's last contribution is replaced when one of its documents comes. */
class RunningTotals {
  readonly totals = new Map<string, Total>();
  readonly #held = new Map<string, AnyDocument>();
  readonly #shares = new Map<string, readonly Contribution[]>();

  take(document: AnyDocument): void {
    this.#held.set(document._id, document);
    const head = this.#held.get(groupOf(document));
    if (head === undefined) return;
    if (head.type !== 'job') {
      const followers = [...this.#held.values()].filter(
        (one) => one._id !== head._id && groupOf(one) === head._id,
      );
      this.#replace(head._id, groupContributions(head, followers, ZONE));
    }
    const job = this.#held.get(head.type === 'job' ? head._id : String(head['jobId']));
    if (job?.type === 'job')
      this.#replace(job._id, jobContributions(job as unknown as Job, receivedIn(this.totals, job._id), ZONE));
  }

  #replace(id: string, shares: readonly Contribution[]): void {
    for (const { key, amount, count } of difference(this.#shares.get(id) ?? [], shares)) {
      const held = this.totals.get(key) ?? { amount: 0, count: 0 };
      this.totals.set(key, { amount: held.amount + amount, count: held.count + count });
    }
    this.#shares.set(id, shares);
  }
}

test('running totals equal the totals recomputed from nothing, after every act', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const running = new RunningTotals();
      const stored = new Map<string, AnyDocument>();
      for (const { act } of randomHistory(seed, 100).steps) {
        for (const document of act.documents) {
          stored.set(document._id, document);
          running.take(document);
        }
        expect(sorted(running.totals)).toEqual(sorted(ledgerOf(stored.values(), ZONE)));
      }
    }),
    runs,
  );
});

test('running totals do not depend on the order in which documents arrive', () => {
  fc.assert(
    fc.property(seeds, seeds, (seed, order) => {
      const { stored } = randomHistory(seed, 120);
      const random = seededRandom(order);
      const shuffled = [...stored.values()]
        .map((one) => [random.next(), one] as const)
        .toSorted(([a], [b]) => a - b);
      const running = new RunningTotals();
      for (const [, document] of shuffled) running.take(document);
      expect(sorted(running.totals)).toEqual(sorted(ledgerOf(stored.values(), ZONE)));
    }),
    runs,
  );
});

test('a document counted twice counts once', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 100).stored.values()];
      expect(sorted(ledgerOf([...documents, ...documents], ZONE))).toEqual(sorted(ledgerOf(documents, ZONE)));
    }),
    runs,
  );
});

test('every payment counts under exactly one state, so that the states sum to all money recorded', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 120).stored.values()];
      const recorded = documents
        .filter((document) => document.type === 'payment')
        .reduce((sum, one) => sum + (one['kind'] === 'refund' ? -1 : 1) * (one['amount'] as number), 0);
      const counted = [...ledgerOf(documents, ZONE)]
        .filter(([key]) => key.startsWith('money|'))
        .reduce((sum, [, total]) => sum + total.amount, 0);
      expect(counted).toBe(recorded);
    }),
    runs,
  );
});

test('hand-overs and deposits move cash and make none: hands and bank together hold what was taken in cash and not rejected', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 150).stored.values()];
      const totals = ledgerOf(documents, ZONE);
      const banked = plainBook(documents, ZONE).deposited.reduce((total, { amount }) => total + amount, 0);
      const sum = (matches: (key: string) => boolean): number =>
        [...totals].filter(([key]) => matches(key)).reduce((total, [, one]) => total + one.amount, 0);
      const hands = sum((key) => key.startsWith('cash|'));
      const taken = sum((key) => /^money\|[^|]*\|cash\|(waiting|confirmed)\|/.test(key));
      expect(hands + banked).toBe(taken);
    }),
    runs,
  );
});

test('every waiver counts under exactly one state, and no job is billed less than nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 160).stored.values()];
      const sum = (shares: readonly (readonly [string, Total])[]): number =>
        shares.reduce((total, [, { amount }]) => total + amount, 0);
      const totals = [...ledgerOf(documents, ZONE)];
      const waivers = documents.filter(({ type }) => type === 'waiver');
      const ofState = (state: string) =>
        totals.filter(([key]) => RegExp(`^waived\\|[^|]*\\|${state}`).test(key));
      expect(sum(ofState(''))).toBe(waivers.reduce((total, one) => total + (one['amount'] as number), 0));
      expect(sum(ofState('confirmed'))).toBe(sum(totals.filter(([key]) => /^job\|[^|]*\|waived$/.test(key))));
      for (const [key, { amount }] of totals) expect(key.startsWith('revenue|') && amount < 0).toBe(false);
    }),
    runs,
  );
});

test('followers without their head count nothing', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 100).stored.values()];
      const orphans = documents.filter((document) => groupOf(document) !== document._id);
      expect([...ledgerOf(orphans, ZONE)]).toEqual([]);
    }),
    runs,
  );
});
