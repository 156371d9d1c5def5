import { setImmediate } from 'node:timers/promises';
import {
  countedAt,
  depositState,
  figuresOfTotals,
  paymentState,
  settlementState,
  waiverState,
  workshopDay,
  type Deposit,
  type Figures,
  type Job,
  type JobReceived,
  type Payment,
  type Settlement,
  type Waiver,
} from '@revops/domain';
import type { RunningFigures } from '../running-figures.ts';

/** Of a job what is counted; the names on its card stand in its body. */
export type CountedJob = Pick<Job, '_id' | 'desk' | 'status' | 'billedAmount' | 'estimatedAmount'>;

/** All of a payment but its note; whether there is one. */
export type CountedPayment = Payment & { readonly hasNote?: true };

/**
 * The figures of one moment. Writing a large workbook takes seconds in which people go on working: all sheets tell of the
 * same moment, so that their sums are equal, and what came later is in none of them.
 */
export interface FrozenBook {
  readonly figures: Figures;
  readonly jobs: ReadonlyMap<string, { readonly job: CountedJob; readonly received: JobReceived }>;
  /** By the time that they count by. */
  readonly payments: readonly { readonly payment: CountedPayment; readonly state: string }[];
  readonly settlements: ReadonlyMap<string, string>;
  /** Of discounts and deposits. */
  readonly states: ReadonlyMap<string, string>;
  readonly now: string;
}

/** Looking through as many takes a few milliseconds; others are answered between. */
const perTurn = 2000;

/** Copies what an export needs. The figures must not change meanwhile. */
export async function frozenBook(running: RunningFigures, now: string): Promise<FrozenBook> {
  const jobs = new Map<string, { job: CountedJob; received: JobReceived }>();
  const payments: { payment: CountedPayment; state: string }[] = [];
  const settlements = new Map<string, string>();
  const states = new Map<string, string>();
  let looked = 0;
  for (const one of running.documents) {
    const { _id: id } = one;
    if (one.type === 'job')
      jobs.set(id, { job: one as unknown as CountedJob, received: running.receivedFor(id) });
    else if (one.type === 'payment') {
      const payment = one as unknown as CountedPayment;
      payments.push({ payment, state: paymentState(payment, running.followersOf(id)).state });
    } else if (one.type === 'settlement')
      settlements.set(id, settlementState(one as unknown as Settlement, running.followersOf(id)).state);
    else if (one.type === 'waiver')
      states.set(id, waiverState(one as unknown as Waiver, running.followersOf(id)).state);
    else if (one.type === 'deposit')
      states.set(id, depositState(one as unknown as Deposit, running.followersOf(id)).state);
    looked += 1;
    if (looked % perTurn === 0) await setImmediate();
  }
  payments.sort((a, b) => (countedAt(a.payment) < countedAt(b.payment) ? -1 : 1));
  const figures = figuresOfTotals(running.totals, { today: workshopDay(now, running.timeZone) });
  return { figures, jobs, payments, settlements, states, now };
}
