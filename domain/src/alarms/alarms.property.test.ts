import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#src/demo/random.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { ledgerOf, receivedIn } from '#src/ledger/ledger.ts';
import { countedAt, signedAmount } from '#src/ledger/payment-contribution.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { groupOf } from '#src/registry/registry.ts';
import { randomHistory } from '#src/testing/random-history.ts';
import { withClashes } from '#src/testing/with-clashes.ts';
import { alarmsOfJob, jobMayAlarm, type TakenMoney } from './alarms-of-job.ts';
import { alarmsOfPayment } from './alarms-of-payment.ts';

const seeds = fc.integer({ min: 0, max: 1e9 });
const runs = { numRuns: 5 };

const ofType = <D>(documents: readonly AnyDocument[], type: string): D[] =>
  documents.filter((one) => one.type === type) as unknown as D[];

function takenFor(documents: readonly AnyDocument[], job: Job): TakenMoney[] {
  return ofType<Payment>(documents, 'payment')
    .filter((payment) => payment.jobId === job._id)
    .filter((payment) => {
      const followers = documents.filter((one) => groupOf(one) === payment._id && one._id !== payment._id);
      return ['waiting', 'confirmed'].includes(paymentState(payment, followers).state);
    })
    .map((payment) => ({ at: countedAt(payment), amount: signedAmount(payment) }));
}

test('a job with an alarm always leaves a trace on its card or in the totals', () => {
  let raised = 0;
  fc.assert(
    fc.property(seeds, (seed) => {
      const documents = [...randomHistory(seed, 220).stored.values()];
      const totals = ledgerOf(documents, 'Asia/Kolkata');
      const events = ofType<JobEvent>(documents, 'jobEvent');
      for (const job of ofType<Job>(documents, 'job')) {
        const alarms = alarmsOfJob(job, events, takenFor(documents, job));
        if (alarms.length === 0) continue;
        raised += 1;
        const { waiting, confirmed } = receivedIn(totals, job._id);
        const lowered = totals.get(totalKey.jobLowered(job._id))?.count ?? 0;
        expect(jobMayAlarm(job, { received: waiting + confirmed, lowered })).toBe(true);
      }
    }),
    runs,
  );
  // How many is chance; none at all would test nothing.
  expect(raised).toBeGreaterThan(0);
});

test('alarms do not depend on the order of what they are read from, and each has a name of its own', () => {
  fc.assert(
    fc.property(seeds, seeds, (seed, order) => {
      const documents = withClashes([...randomHistory(seed, 160).stored.values()]);
      const random = seededRandom(order);
      const shuffled = documents
        .map((one) => [random.next(), one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one);
      for (const job of ofType<Job>(documents, 'job')) {
        const alarms = alarmsOfJob(job, ofType(documents, 'jobEvent'), takenFor(documents, job));
        const again = alarmsOfJob(job, ofType(shuffled, 'jobEvent'), takenFor(shuffled, job).toReversed());
        expect(again).toEqual(alarms);
        const named = alarms.map(({ kind, cause }) => `${kind} ${cause}`);
        expect(new Set(named).size).toBe(named.length);
      }
      for (const payment of ofType<Payment>(documents, 'payment'))
        expect(
          alarmsOfPayment(
            payment,
            shuffled.filter((one) => one['paymentId'] === payment._id),
          ),
        ).toEqual(
          alarmsOfPayment(
            payment,
            documents.filter((one) => one['paymentId'] === payment._id),
          ),
        );
    }),
    runs,
  );
});
