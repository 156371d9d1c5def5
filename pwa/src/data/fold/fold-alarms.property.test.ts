import {
  alarmsOfJob,
  alarmsOfPayment,
  countedAt,
  groupOf,
  latestReview,
  paymentState,
  seededRandom,
  signedAmount,
  type Alarm,
  type AnyDocument,
  type Job,
  type JobEvent,
  type Payment,
  type Review,
} from '@revops/domain';
import { randomHistory, withClashes } from '@revops/domain/testing';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { reading } from '../database/open.ts';
import { applyPulled } from '../exchange/apply-pulled.ts';
import { allRows, serverDocument, testPhone, type TestPhone } from '../testing/phone.ts';

const ofType = <D>(documents: readonly AnyDocument[], type: string): D[] =>
  documents.filter((one) => one.type === type) as unknown as D[];

const followersOf = (documents: readonly AnyDocument[], id: string): AnyDocument[] =>
  documents.filter((one) => one._id !== id && groupOf(one) === id);

function alarmsPlainly(documents: readonly AnyDocument[]): Map<string, readonly Alarm[]> {
  const payments = ofType<Payment>(documents, 'payment');
  const events = ofType<JobEvent>(documents, 'jobEvent');
  const stateOf = (one: Payment): string => paymentState(one, followersOf(documents, one._id)).state;
  const found = new Map<string, readonly Alarm[]>();
  for (const job of ofType<Job>(documents, 'job')) {
    const moneyOf = (...states: readonly string[]) =>
      payments
        .filter((one) => one.jobId === job._id && states.includes(stateOf(one)))
        .map((one) => ({ at: countedAt(one), amount: signedAmount(one) }));
    found.set(job._id, alarmsOfJob(job, events, moneyOf('waiting', 'confirmed'), moneyOf('cancelled')));
  }
  for (const one of payments) found.set(one._id, alarmsOfPayment(one, followersOf(documents, one._id)));
  return found;
}

/** Some of the alarms looked at, some of those put back. */
function reviewsOf(documents: readonly AnyDocument[], seed: number): AnyDocument[] {
  const random = seededRandom(seed);
  const alarms = [...alarmsPlainly(documents)].flatMap(([subject, found]) =>
    found.map(({ kind, cause }) => ({ subject, kind, cause })),
  );
  return alarms.flatMap((alarm, index) =>
    (['looked', 'again'] as const)
      .filter(() => random.chance(0.5))
      .map((verdict) =>
        serverDocument({
          ...alarm,
          _id: `review:${index}-${verdict}`,
          type: 'review',
          verdict,
          createdAt: new Date(Date.parse('2026-05-01T05:00:00.000Z') + random.between(0, 1e8)).toISOString(),
        }),
      ),
  );
}

const bare = ({ kind, cause, at, by, device, amount, from, to, fields }: Alarm) => ({
  kind,
  cause,
  at,
  by,
  device,
  amount,
  from,
  to,
  fields,
});

async function expectAlarms(phone: TestPhone, documents: readonly AnyDocument[]): Promise<number> {
  const rows = await allRows(phone.db);
  const plainly = alarmsPlainly(documents);
  const reviews = ofType<Review>(documents, 'review');
  let open = 0;
  for (const { id, folded, lists } of rows) {
    const expected = plainly.get(id) ?? [];
    expect((folded.alarms ?? []).map(bare)).toEqual(expected.map(bare));
    const seen = expected.map((alarm) => latestReview(alarm, reviews)?.verdict === 'looked');
    expect((folded.alarms ?? []).map((alarm) => alarm.seen !== undefined)).toEqual(seen);
    open += seen.includes(false) ? 1 : 0;
    expect(lists.some((key) => key.startsWith('alarm|open|all|'))).toBe(seen.includes(false));
    expect(lists.some((key) => key.startsWith('alarm|seen|'))).toBe(seen.includes(true));
  }
  const listed = await reading(phone.db, (tx) =>
    tx
      .objectStore('rows')
      .index('lists')
      .getAllKeys(IDBKeyRange.bound('alarm|open|all|', 'alarm|open|all|~')),
  );
  expect(new Set(listed).size).toBe(open);
  return open;
}

test('whatever the order and the batches in which documents come, the alarms on the rows are those recomputed from all of them', async () => {
  let raised = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 1, max: 9 }),
      async (seed, batch) => {
        const history = withClashes([...randomHistory(seed, 180).stored.values()]);
        const documents = [...history.filter(({ type }) => type !== 'review'), ...reviewsOf(history, seed)];
        const random = seededRandom(seed + 1);
        const shuffled = documents
          .map((one) => [random.next(), one] as const)
          .toSorted(([a], [b]) => a - b)
          .map(([, body]) => ({ id: body._id, rev: '1-a', body }));
        const phone = await testPhone({ role: 'owner' });
        const half = Math.floor(shuffled.length / 2);
        for (let start = 0; start < shuffled.length; start += batch)
          await applyPulled(phone.db, shuffled.slice(start, start + batch));
        raised += await expectAlarms(phone, documents);
        // What is taken away again, such as the job that an alarm was about, takes its alarms with it.
        const gone = shuffled.slice(half).filter((_, index) => index % 3 === 0);
        await applyPulled(
          phone.db,
          gone.map(({ id }) => ({ id, rev: '2-b', body: undefined })),
        );
        const left = new Set(gone.map(({ id }) => id));
        await expectAlarms(
          phone,
          documents.filter(({ _id }) => !left.has(_id)),
        );
        phone.db.close();
      },
    ),
    { numRuns: 10 },
  );
  expect(raised).toBeGreaterThan(5);
}, 120_000);
