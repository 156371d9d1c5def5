import type { Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { groupOf } from '#src/registry/registry.ts';
import { totalKey, type Contribution } from './contribution.ts';
import { depositContributions } from './deposit-contribution.ts';
import { jobContributions, type JobReceived } from './job-contribution.ts';
import { jobEventContributions } from './job-event-contribution.ts';
import { paymentContributions } from './payment-contribution.ts';
import { settlementContributions } from './settlement-contribution.ts';
import { waiverContributions } from './waiver-contribution.ts';

/** A total and how many groups share in it. */
export interface Total {
  readonly amount: number;
  readonly count: number;
}

/** All totals of a set of documents. */
export type Ledger = ReadonlyMap<string, Total>;

/** The share of one head other than a job. */
export function groupContributions(
  head: AnyDocument,
  followers: readonly AnyDocument[],
  timeZone: string,
): Contribution[] {
  if (head.type === 'payment') return paymentContributions(head as unknown as Payment, followers, timeZone);
  if (head.type === 'jobEvent') return jobEventContributions(head as unknown as JobEvent);
  if (head.type === 'settlement') return settlementContributions(head as unknown as Settlement, followers);
  if (head.type === 'deposit') return depositContributions(head as unknown as Deposit, followers);
  if (head.type === 'waiver') return waiverContributions(head as unknown as Waiver, followers, timeZone);
  return [];
}

function addAll(totals: Map<string, Total>, shares: readonly Contribution[]): void {
  for (const { key, amount, count } of shares) {
    const held = totals.get(key) ?? { amount: 0, count: 0 };
    totals.set(key, { amount: held.amount + amount, count: held.count + count });
  }
}

/** The received money of one job in a ledger, and what was waived of its bill. */
export const receivedIn = (totals: Ledger, jobId: string): JobReceived => ({
  waiting: totals.get(totalKey.jobReceived(jobId, 'waiting'))?.amount ?? 0,
  confirmed: totals.get(totalKey.jobReceived(jobId, 'confirmed'))?.amount ?? 0,
  waived: totals.get(totalKey.jobWaived(jobId))?.amount ?? 0,
});

/** The totals recomputed from nothing: the truth that every running total has to equal, to the paisa. Followers without their head count nothing. */
export function ledgerOf(documents: Iterable<AnyDocument>, timeZone: string): Ledger {
  const groups = new Map<string, AnyDocument[]>();
  const heads: AnyDocument[] = [];
  for (const document of new Map([...documents].map((one) => [one._id, one])).values()) {
    const group = groupOf(document);
    if (group === document._id) heads.push(document);
    else groups.set(group, [...(groups.get(group) ?? []), document]);
  }
  const totals = new Map<string, Total>();
  for (const head of heads) addAll(totals, groupContributions(head, groups.get(head._id) ?? [], timeZone));
  for (const head of heads) {
    if (head.type === 'job')
      addAll(totals, jobContributions(head as unknown as Job, receivedIn(totals, head._id), timeZone));
  }
  return new Map([...totals].filter(([, total]) => total.amount !== 0 || total.count !== 0));
}
