import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { billedOf } from '#src/ledger/job-contribution.ts';
import { countedAt, signedAmount } from '#src/ledger/payment-contribution.ts';
import { depositState } from '#src/payments/deposit-state.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { settlementState } from '#src/payments/settlement-state.ts';
import { waiverState } from '#src/payments/waiver-state.ts';
import { workshopDay } from '#src/time/workshop-day.ts';

/** Money that counts: what waits and what is confirmed. */
interface Received {
  readonly payment: Payment;
  readonly day: string;
  readonly amount: number;
  readonly isConfirmed: boolean;
}

/** A job whose work is over. */
interface Completed {
  readonly job: Job;
  readonly day: string;
  /** After discounts that count. */
  readonly billed: number;
  readonly waived: number;
}

/** What the formulas of the figures speak of, read out of documents. */
export interface PlainBook {
  readonly jobs: readonly Job[];
  /** Cancelled ones left out, by the day of their making. */
  readonly created: readonly { readonly job: Job; readonly day: string }[];
  /** A job is completed while its status says when; cancelled ones left out. */
  readonly completed: readonly Completed[];
  /** Of cancelled jobs too: money that was taken was taken. */
  readonly received: readonly Received[];
  /** Hand-overs that moved cash. */
  readonly handedOver: readonly Settlement[];
  /** Cash that is in the bank. */
  readonly deposited: readonly Deposit[];
}

const ofType = (documents: readonly AnyDocument[], type: string): unknown =>
  documents.filter((one) => one.type === type);

/** Reads documents plainly, each with all that follows it; a document that comes twice counts once. */
export function plainBook(all: Iterable<AnyDocument>, timeZone: string): PlainBook {
  const documents = [...new Map([...all].map((one) => [one._id, one])).values()];
  const dayOf = (instant: string): string => workshopDay(instant, timeZone);
  const jobs = ofType(documents, 'job') as readonly Job[];
  const payments = ofType(documents, 'payment') as readonly Payment[];
  const handOvers = ofType(documents, 'settlement') as readonly Settlement[];
  const deposits = ofType(documents, 'deposit') as readonly Deposit[];
  const waivers = ofType(documents, 'waiver') as readonly Waiver[];
  const waivedOf = (jobId: string): number =>
    waivers
      .filter((one) => one.jobId === jobId)
      .filter((one) => {
        const decisions = documents.filter((other) => other['waiverId'] === one._id);
        return waiverState(one, decisions).state === 'confirmed';
      })
      .reduce((sum, { amount }) => sum + amount, 0);
  const living = jobs.filter(({ status }) => status.value !== 'cancelled');
  return {
    jobs,
    created: living.map((job) => ({ job, day: dayOf(job.at ?? job.createdAt) })),
    completed: living.flatMap((job) => {
      const { completedAt } = job.status;
      if (completedAt === undefined) return [];
      const waived = waivedOf(job._id);
      // Nobody is asked for less than nothing.
      const billed = Math.max(0, (billedOf(job) ?? 0) - waived);
      return [{ job, day: dayOf(completedAt), billed, waived }];
    }),
    received: payments.flatMap((payment) => {
      const followers = documents.filter((one) => one['paymentId'] === payment._id);
      const { state } = paymentState(payment, followers);
      if (state !== 'waiting' && state !== 'confirmed') return [];
      const [day, amount] = [dayOf(countedAt(payment)), signedAmount(payment)];
      return [{ payment, day, amount, isConfirmed: state === 'confirmed' }];
    }),
    handedOver: handOvers.filter((settlement) => {
      const decisions = documents.filter((one) => one['settlementId'] === settlement._id);
      return settlementState(settlement, decisions).state === 'confirmed';
    }),
    deposited: deposits.filter((deposit) => {
      const decisions = documents.filter((one) => one['depositId'] === deposit._id);
      return depositState(deposit, decisions).state === 'confirmed';
    }),
  };
}
