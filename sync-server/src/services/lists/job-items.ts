import {
  balanceOf,
  billedOf,
  money,
  paymentState,
  signedAmount,
  stampTimeMs,
  waiverState,
  workshopDay,
  type AnyDocument,
  type Job,
  type JobItem,
  type Payment,
  type Waiver,
  type Workshop,
} from '@revops/domain';
import { stampsOf } from '#src/sync/writing/stamps.ts';
import { groupedBy } from './grouped-by.ts';
import type { ListReader } from './list-reader.ts';

export type StoredJob = AnyDocument & Job;

/** A payment of a job with what it is worth now. */
interface Counted {
  readonly payment: Payment;
  readonly state: string;
}

/** Jobs as REST shows them, in their order: the card, and what has come in for them. */
export async function jobItems(reader: ListReader, jobs: readonly StoredJob[]): Promise<readonly JobItem[]> {
  if (jobs.length === 0) return [];
  const ids = jobs.map(({ _id }) => _id);
  const [settings, payments, waivers] = await Promise.all([
    reader.get<AnyDocument & Workshop>('workshop:self'),
    reader.figures<AnyDocument & Payment>('money', ids),
    reader.figures<AnyDocument & Waiver>('waived', ids),
  ]);
  const followers = await reader.figures(
    'word',
    [...payments, ...waivers].map(({ _id }) => _id),
  );
  const [paymentsOf, followersOf] = [groupedBy(payments, 'jobId'), groupedBy(followers, 'paymentId')];
  const [waiversOf, wordsOf] = [groupedBy(waivers, 'jobId'), groupedBy(followers, 'waiverId')];
  return jobs.map((job) => {
    const counted = paymentsOf(job._id).map((payment) => ({
      payment,
      state: paymentState(payment, followersOf(payment._id)).state,
    }));
    const waived = waiversOf(job._id)
      .filter((waiver) => waiverState(waiver, wordsOf(waiver._id)).state === 'confirmed')
      .reduce((sum, { amount }) => sum + amount, 0);
    return { ...cardOf(job, settings?.timeZone ?? 'UTC'), ...moneyOf(job, counted, waived) };
  });
}

type Money = Pick<
  JobItem,
  'advancePaid' | 'advanceMethod' | 'billed' | 'waived' | 'received' | 'confirmed' | 'balance'
>;

function moneyOf(job: Job, counted: readonly Counted[], waived: number): Money {
  const sumOf = (wanted: (one: Counted) => boolean): number =>
    counted.filter(wanted).reduce((sum, { payment }) => money(sum + signedAmount(payment)), 0);
  const waiting = sumOf(({ state }) => state === 'waiting');
  const confirmed = sumOf(({ state }) => state === 'confirmed');
  const advances = counted
    .filter(
      ({ payment, state }) => payment.kind === 'advance' && (state === 'waiting' || state === 'confirmed'),
    )
    .toSorted((a, b) => (a.payment.createdAt < b.payment.createdAt ? -1 : 1));
  const [first] = advances;
  const billed = billedOf(job);
  return {
    ...(first === undefined
      ? {}
      : {
          advancePaid: advances.reduce((sum, { payment }) => sum + payment.amount, 0),
          advanceMethod: first.payment.method,
        }),
    ...(billed === undefined ? {} : { billed }),
    ...(waived === 0 ? {} : { waived }),
    received: waiting + confirmed,
    confirmed,
    balance: balanceOf(job, { waiting, confirmed, waived }),
  };
}

/** Fields of the card that are shown as they are. */
const shown = [
  'customerName',
  'phone',
  'carModel',
  'workDescription',
  'estimatedAmount',
  'promisedAt',
  'address',
  'partsRequired',
  'workerAssigned',
  'internalNotes',
] as const;

function cardOf(
  job: StoredJob,
  timeZone: string,
): Omit<JobItem, 'received' | 'confirmed' | 'balance' | 'billed'> {
  const { _id: id, number, status, desk, vehicleNumber, createdAt, promisedAt } = job;
  const changedMs = Math.max(...stampsOf(job).map(stampTimeMs));
  const dayMs = (instant: string): number => Date.parse(workshopDay(instant, timeZone));
  const said = shown.filter((field) => job[field] !== undefined);
  return {
    id,
    number,
    status: status.value,
    desk,
    vehicleNumber,
    ...Object.fromEntries(said.map((field) => [field, job[field]])),
    ...(promisedAt === undefined
      ? {}
      : { plannedCompletionDays: Math.round((dayMs(promisedAt) - dayMs(createdAt)) / 86_400_000) }),
    createdAt,
    updatedAt: new Date(changedMs).toISOString(),
    ...(status.completedAt === undefined ? {} : { completedAt: status.completedAt }),
  };
}
