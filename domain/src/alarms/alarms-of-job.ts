import { hlcOf, stampTimeMs } from '#src/clock/hlc.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import { stampOfMove } from '#src/status/status.ts';
import type { Alarm } from './alarm.ts';
import { askedFor, billChanges, byAct } from './bill-changes.ts';
import { writtenBy } from './written-by.ts';

/** Money of a job that counts: what waits and what is confirmed, refunds negative. */
export interface TakenMoney {
  readonly at: string;
  readonly amount: number;
}

/** What a card says of the work and its price; notes, promises and credit may change after the car has left. */
const telling: ReadonlySet<string> = new Set([
  'customerName',
  'phone',
  'carModel',
  'workDescription',
  'estimatedAmount',
  'billedAmount',
  'odometer',
  'partsRequired',
  'workerAssigned',
]);

const sum = (taken: readonly TakenMoney[]): number => taken.reduce((total, { amount }) => total + amount, 0);
const timeOf = (event: JobEvent): string => event.at ?? event.createdAt;

/** The bill was lowered when money had been taken, and has not been put back since. */
function fallenBills(
  job: Job,
  events: readonly JobEvent[],
  taken: readonly TakenMoney[],
  cancelled: readonly TakenMoney[],
): Alarm[] {
  const now = askedFor(job) ?? 0;
  return billChanges(job, events).flatMap(({ events: [event], before, after = 0 }): Alarm[] => {
    if (before === undefined || after >= before || now >= before) return [];
    const wasTaken = ({ at }: TakenMoney): boolean => at <= timeOf(event);
    const counted = sum(taken.filter(wasTaken));
    // Or whoever keeps money for himself would only have to cancel it, and nothing would be told.
    const amount = counted > 0 ? counted : sum(cancelled.filter(wasTaken));
    if (amount <= 0) return [];
    return [{ kind: 'bill_fell', cause: event._id, ...writtenBy(event), amount, from: before, to: after }];
  });
}

/** A job that was called off while money for it is still in somebody's hand. */
function paidButCancelled(job: Job, events: readonly JobEvent[], taken: readonly TakenMoney[]): Alarm[] {
  const amount = sum(taken);
  if (job.status.value !== 'cancelled' || amount <= 0) return [];
  const stamp = stampOfMove(job.status);
  const move = events.find(({ kind, hlc }) => kind === 'moved' && hlc === stamp);
  const told =
    move === undefined ? { at: new Date(stampTimeMs(job.status.hlc)).toISOString() } : writtenBy(move);
  return [{ kind: 'cancelled_paid', cause: `${job._id}|${stamp}`, ...told, amount }];
}

/** When the work was over as the job stands: what is written in the same act belongs to it. */
const overAt = ({ status }: Job): string | undefined =>
  status.value === 'cancelled' ? undefined : (status.deliveredAt ?? status.completedAt);

const isLate = (event: JobEvent, over: string): boolean =>
  (event.kind === 'edited' || event.kind === 'amount') &&
  timeOf(event) > over &&
  (event.fields ?? []).some((field) => telling.has(field)) &&
  // The first bill is often written when the work is done.
  !(event.kind === 'amount' && event.from === undefined);

function lateEdits(job: Job, events: readonly JobEvent[], fallen: readonly Alarm[]): Alarm[] {
  const over = overAt(job);
  if (over === undefined) return [];
  const known = new Set(fallen.map(({ cause }) => cause));
  const late = events.filter((event) => isLate(event, over));
  return byAct(late).flatMap((act): Alarm[] => {
    const [event] = act;
    if (act.some(({ _id }) => known.has(_id))) return [];
    const fields = [...new Set(act.flatMap((one) => one.fields ?? []))].toSorted();
    return [{ kind: 'edited_after', cause: event._id, ...writtenBy(event), fields }];
  });
}

/**
 * What an owner should look into about one job: a pure function of its card, its timeline and its money.
 * @param cancelled money that was taken for it and cancelled by whoever took it.
 */
export function alarmsOfJob(
  job: Job,
  events: readonly JobEvent[],
  taken: readonly TakenMoney[],
  cancelled: readonly TakenMoney[] = [],
): Alarm[] {
  const own = events.filter(({ jobId }) => jobId === job._id);
  const fallen = fallenBills(job, own, taken, cancelled);
  return [...fallen, ...paidButCancelled(job, own, taken), ...lateEdits(job, own, fallen)];
}

/** The totals of a job that tell whether its history has to be read. */
export interface JobTraces {
  readonly received: number;
  /** How often an amount of it was lowered. */
  readonly lowered: number;
}

/**
 * Whether the card alone leaves room for an alarm: never false while there is one, so that the history of the others
 * need not be read. Stamps tell of edits even where an entry about them never came.
 */
export function jobMayAlarm(job: Job, { received, lowered }: JobTraces): boolean {
  const { billedAmount, estimatedAmount, status, stamps } = job;
  if (status.value === 'cancelled' && received > 0) return true;
  if (lowered > 0 || (billedAmount ?? 0) < (billedAmount === undefined ? 0 : (estimatedAmount ?? 0)))
    return true;
  const over = overAt(job);
  if (over === undefined) return false;
  const overMs = Date.parse(over);
  return Object.entries(stamps).some(
    ([field, stamp]) => telling.has(field) && stampTimeMs(hlcOf(stamp)) > overMs,
  );
}
