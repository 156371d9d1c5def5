import { beforeAll, describe, expect, test } from 'vitest';
import type { Alarm } from '#src/alarms/alarm.ts';
import { alarmsOfJob } from '#src/alarms/alarms-of-job.ts';
import { discountsAboveNormal } from '#src/alarms/discounts-above-normal.ts';
import { likelyDuplicates } from '#src/book/likely-duplicates.ts';
import type { Customer, Vehicle } from '#src/documents/customer-book.ts';
import type { DayClose } from '#src/documents/day-close.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { totalKey } from '#src/ledger/contribution.ts';
import { balanceOf } from '#src/ledger/job-contribution.ts';
import { ledgerOf, receivedIn } from '#src/ledger/ledger.ts';
import { countedAt, signedAmount } from '#src/ledger/payment-contribution.ts';
import { negateMoney } from '#src/money/money.ts';
import { waiverState } from '#src/payments/waiver-state.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { seededWorkshop } from './seeded-workshop.ts';

const now = '2026-06-15T09:00:00.000Z';
const zone = 'Asia/Kolkata';

/** The demo workshop that visitors look around in, as everybody's phone would have it. */
describe('half a year of the invented workshop', () => {
  let documents: readonly AnyDocument[] = [];
  let [owner, tempted] = ['', ''];
  let desks: readonly string[] = [];
  beforeAll(() => {
    const workshop = seededWorkshop({ seed: 7, jobs: 3000, days: 183, now });
    desks = workshop.people.map(({ userId }) => userId);
    [owner, tempted] = [desks[0] ?? '', desks.at(-1) ?? ''];
    documents = [...workshop.documents];
  }, 60_000);
  const ofType = <D>(type: string): D[] => documents.filter((one) => one.type === type) as unknown as D[];
  const by = <D extends { readonly jobId: string }>(all: readonly D[]): Map<string, D[]> => {
    const found = new Map<string, D[]>();
    for (const one of all) found.set(one.jobId, [...(found.get(one.jobId) ?? []), one]);
    return found;
  };

  test('has four desks that all work, weekdays of different kinds and quiet Sundays', () => {
    const jobs = ofType<Job>('job');
    expect(jobs).toHaveLength(3000);
    const desks = [...new Set(jobs.map(({ desk }) => desk))];
    expect(desks.map((desk) => jobs.filter((job) => job.desk === desk).length > 300)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    const days = jobs.map((job) => new Date(`${workshopDay(job.createdAt, zone)}T00:00:00.000Z`).getUTCDay());
    const count = (day: number): number => days.filter((one) => one === day).length;
    expect(count(0)).toBeLessThan(20);
    expect(count(6)).toBeGreaterThan(count(3) * 1.15);
  });

  test('has dues of every age', () => {
    const totals = ledgerOf(documents, zone);
    const ages = ofType<Job>('job')
      .filter(
        (job) =>
          job.status.completedAt !== undefined &&
          job.status.value !== 'cancelled' &&
          balanceOf(job, receivedIn(totals, job._id)) > 0,
      )
      .map((job) => (Date.parse(now) - Date.parse(job.status.completedAt ?? now)) / 86_400_000);
    for (const [from, until] of [
      [0, 7],
      [7, 30],
      [30, 60],
      [60, 90],
      [90, 200],
    ] as const)
      expect(ages.filter((age) => age >= from && age < until).length).toBeGreaterThan(5);
  });

  test('has one desk whose books do not bear a second look, and the alarms name it and nobody else', () => {
    const totals = ledgerOf(documents, zone);
    const events = by(ofType<JobEvent>('jobEvent'));
    const payments = by(ofType<Payment>('payment'));
    const alarms = ofType<Job>('job').flatMap((job): (Alarm & { desk: string })[] => {
      const { waiting, confirmed } = receivedIn(totals, job._id);
      const taken = payments
        .get(job._id)
        ?.map((payment) => ({ at: countedAt(payment), amount: signedAmount(payment) }));
      const counted = waiting + confirmed > 0 ? (taken ?? []) : [];
      return alarmsOfJob(job, events.get(job._id) ?? [], counted).map((alarm) => ({
        ...alarm,
        desk: job.desk,
      }));
    });
    const of = (kind: Alarm['kind']) => alarms.filter((alarm) => alarm.kind === kind);
    expect(of('bill_fell').length).toBeGreaterThan(5);
    expect(of('cancelled_paid').length).toBeGreaterThan(2);
    for (const kind of ['bill_fell', 'cancelled_paid'] as const)
      expect(new Set(of(kind).map(({ desk }) => desk))).toEqual(new Set([tempted]));
  });

  test('has customers and cars that two desks wrote down, bank references shown twice and rejected money', () => {
    const reasons = likelyDuplicates(ofType<Customer>('customer'), ofType<Vehicle>('vehicle')).map(
      ({ reason }) => reason,
    );
    for (const reason of ['same_phone', 'same_plate', 'similar_name'] as const)
      expect(reasons.filter((one) => one === reason).length).toBeGreaterThan(3);
    expect(ofType('paymentClash').length).toBeGreaterThan(2);
    expect(
      ofType<{ verdict: string }>('paymentDecision').filter(({ verdict }) => verdict === 'rejected').length,
    ).toBeGreaterThan(20);
  });

  test('has discounts in every state, and those of the last month name the same desk and nobody else', () => {
    const followers = ofType<{ waiverId: string }>('waiverDecision');
    const states = ofType<Waiver>('waiver').map(
      (waiver) =>
        waiverState(waiver, followers.filter(({ waiverId }) => waiverId === waiver._id) as never).state,
    );
    const count = (state: string): number => states.filter((one) => one === state).length;
    expect(count('confirmed')).toBeGreaterThan(100);
    expect(count('rejected')).toBeGreaterThan(3);
    const habits = discountsAboveNormal(ledgerOf(documents, zone), {
      today: workshopDay(now, zone),
      owners: new Set([owner]),
    });
    expect(habits.map(({ person }) => person)).toEqual([tempted]);
    expect(habits[0]?.usual).toBeLessThan(15);
  });

  test('has cash that goes by hand-overs and to the bank, so that nobody carries half a year of it', () => {
    const totals = ledgerOf(documents, zone);
    const deposits = ofType<Deposit>('deposit');
    expect(deposits.filter(({ byOwner }) => byOwner).length).toBeGreaterThan(20);
    expect(deposits.filter(({ byOwner }) => !byOwner).length).toBeGreaterThan(3);
    expect(ofType<Settlement>('settlement').every(({ notes }) => notes !== undefined)).toBe(true);
    for (const person of desks) {
      const held = totals.get(totalKey.cash(person))?.amount ?? 0;
      expect(held).toBeGreaterThanOrEqual(0);
      expect(held).toBeLessThan(200_000_00);
    }
  });

  test('has evenings that were closed, each expecting what the book said then, some of them short and one counted twice', () => {
    const closes = ofType<DayClose>('dayClose');
    expect(closes.length).toBeGreaterThan(60);
    const short = closes.filter(({ counted, expected }) => counted < expected);
    expect(short.length).toBeGreaterThan(3);
    expect(short.length).toBeLessThan(closes.length / 4);
    expect(closes.filter(({ corrects }) => corrects !== undefined).length).toBeGreaterThan(0);
    const said = (type: string) =>
      new Map(
        documents
          .filter((one) => one.type === type && one['verdict'] === 'confirmed')
          .map((one) => [one['settlementId'] ?? one['depositId'], one.createdAt]),
      );
    const [received, banked] = [said('settlementDecision'), said('depositDecision')];
    const gone = ofType<{ paymentId: string }>('paymentCancellation').map(({ paymentId }) => paymentId);
    const moves = [
      ...ofType<Payment>('payment')
        .filter(({ _id, method }) => method === 'cash' && !gone.includes(_id))
        .map((one) => ({ person: one.collectedBy, at: countedAt(one), amount: signedAmount(one) })),
      ...ofType<Settlement>('settlement').map((one) => ({
        person: one.from,
        at: received.get(one._id) ?? '~',
        amount: negateMoney(one.amount),
      })),
      ...ofType<Deposit>('deposit').map((one) => ({
        person: one.person,
        at: one.byOwner ? one.createdAt : (banked.get(one._id) ?? '~'),
        amount: negateMoney(one.amount),
      })),
    ];
    const heldAt = (who: string, until: string): number =>
      moves
        .filter(({ person, at }) => person === who && at <= until)
        .reduce((sum, { amount }) => sum + amount, 0);
    // A second count is of the same evening, some minutes later.
    const first = closes.filter(({ corrects }) => corrects === undefined);
    expect(first.map(({ person, createdAt }) => heldAt(person, createdAt))).toEqual(
      first.map(({ expected }) => expected),
    );
  });
});
