import { compareStamps } from '#src/clock/hlc.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';

type Amounts = Pick<Job, 'billedAmount' | 'estimatedAmount'>;

/** One change of what the customer is asked for: the entries of one act, and the bill before and after it. */
export interface BillChange {
  readonly events: readonly [JobEvent, ...JobEvent[]];
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** What the customer is asked for, whatever became of the job. */
export const askedFor = (amounts: Amounts): number | undefined =>
  amounts.billedAmount ?? amounts.estimatedAmount;

const amountOf = (text: string | undefined): number | undefined =>
  text === undefined || !/^\d{1,15}$/.test(text) ? undefined : Number(text);

/** Entries of one act share its stamp; the newest act first. */
export function byAct(events: readonly JobEvent[]): (readonly [JobEvent, ...JobEvent[]])[] {
  const acts = new Map<string, [JobEvent, ...JobEvent[]]>();
  for (const event of events.toSorted((a, b) => (a._id < b._id ? -1 : 1))) {
    const held = acts.get(event.hlc);
    if (held === undefined) acts.set(event.hlc, [event]);
    else held.push(event);
  }
  return [...acts].toSorted(([a], [b]) => compareStamps(b, a)).map(([, act]) => act);
}

/**
 * How the bill came to be what it is, the newest change first: told backwards from the card as it stands, because each
 * entry says what it found. A change that another phone's newer one has overwritten shows none.
 */
export function billChanges(job: Amounts, events: readonly JobEvent[]): BillChange[] {
  let amounts: Record<string, number | undefined> = {
    billedAmount: job.billedAmount,
    estimatedAmount: job.estimatedAmount,
  };
  return byAct(events.filter(({ kind }) => kind === 'amount')).map((act) => {
    const after = askedFor(amounts);
    amounts = { ...amounts };
    for (const { fields, from } of act) amounts[fields?.[0] ?? ''] = amountOf(from);
    return { events: act, before: askedFor(amounts), after };
  });
}
