import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { billedOf } from '#src/ledger/job-contribution.ts';
import { countedAt, signedAmount } from '#src/ledger/payment-contribution.ts';
import { paymentState } from '#src/payments/payment-state.ts';
import { settlementState } from '#src/payments/settlement-state.ts';
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
  readonly billed: number;
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
  const living = jobs.filter(({ status }) => status.value !== 'cancelled');
  return {
    jobs,
    created: living.map((job) => ({ job, day: dayOf(job.at ?? job.createdAt) })),
    completed: living.flatMap((job) => {
      const { completedAt } = job.status;
      return completedAt === undefined ? [] : [{ job, day: dayOf(completedAt), billed: billedOf(job) ?? 0 }];
    }),
    received: payments.flatMap((payment) => {
      const followers = documents.filter((one) => one['paymentId'] === payment._id);
      const { state } = paymentState(payment, followers);
      if (state !== 'waiting' && state !== 'confirmed') return [];
      const [day, amount] = [dayOf(countedAt(payment)), signedAmount(payment)];
      return [{ payment, day, amount, isConfirmed: state === 'confirmed' }];
    }),
    handedOver: handOvers.filter(({ _id }) => {
      const decisions = documents.filter((one) => one['settlementId'] === _id);
      return settlementState(decisions).state === 'confirmed';
    }),
  };
}
