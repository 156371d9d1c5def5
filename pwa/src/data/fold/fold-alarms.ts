import {
  alarmsOfJob,
  countedAt,
  jobMayAlarm,
  latestReview,
  signedAmount,
  totalKey,
  type Alarm,
  type Job,
  type JobEvent,
  type Payment,
  type Review,
  type TakenMoney,
} from '@revops/domain';
import type { Row } from '../database/schema.ts';
import { ALARM_LISTS, alarmLists, type FoldedAlarm } from '../projections/alarm-lists.ts';
import { reviewList } from '../projections/review.ts';
import type { RowSet } from './row-set.ts';
import type { Totals } from './totals.ts';

const field = (row: Row | undefined, name: string): string[] => {
  const value = row?.doc?.[name];
  return typeof value === 'string' ? [value] : [];
};

/** What a line of the timeline can say of an alarm; the others are most of them. */
const tells = ({ doc }: Row): boolean =>
  doc?.['kind'] === 'amount' || doc?.['kind'] === 'edited' || doc?.['to'] === 'cancelled';

/** The jobs and payments whose alarms a changed row may change. */
function touchedBy(row: Row): string[] {
  if (row.type === 'job') return [row.id];
  if (row.type === 'payment') return [row.id, ...field(row, 'jobId')];
  if (row.type === 'review') return field(row, 'subject');
  return row.type === 'jobEvent' && tells(row) ? field(row, 'jobId') : [];
}

function touched(rows: RowSet): string[] {
  const ids = new Set<string>();
  for (const [id, after] of rows.after) {
    const before = rows.before.get(id);
    if (before === after) continue;
    for (const row of [before, after])
      for (const one of row === undefined ? [] : touchedBy(row)) ids.add(one);
  }
  return [...ids].filter((id) => id.startsWith('job:') || id.startsWith('payment:'));
}

/** The documents of a list as they will be after this transaction. */
async function listedNow(rows: RowSet, prefix: string): Promise<Row[]> {
  await rows.listed(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  return [...rows.after.values()].filter(
    (row) => row?.doc !== undefined && row.lists.some((key) => key.startsWith(prefix)),
  ) as Row[];
}

const documentsOf = <D>(rows: readonly Row[]): D[] => rows.map(({ doc }) => doc as unknown as D);

const takenIn = (payments: readonly Row[], states: readonly string[]): TakenMoney[] =>
  documentsOf<Payment>(payments.filter(({ folded: { state = '' } }) => states.includes(state))).map(
    (payment) => ({ at: countedAt(payment), amount: signedAmount(payment) }),
  );

async function jobAlarms(rows: RowSet, row: Row, totals: Totals): Promise<Alarm[]> {
  const job = row.doc as unknown as Job;
  const { waiting = 0, confirmed = 0 } = row.folded.received ?? {};
  const lowered = totals.now(totalKey.jobLowered(row.id)).count;
  if (!jobMayAlarm(job, { received: waiting + confirmed, lowered })) return [];
  const [events, payments] = [
    await listedNow(rows, `jobEvent|${row.id}|`),
    await listedNow(rows, `jobPayment|${row.id}|`),
  ];
  const [taken, cancelled] = [takenIn(payments, ['waiting', 'confirmed']), takenIn(payments, ['cancelled'])];
  return alarmsOfJob(job, documentsOf<JobEvent>(events), taken, cancelled);
}

async function reviewed(rows: RowSet, id: string, alarms: readonly Alarm[]): Promise<FoldedAlarm[]> {
  if (alarms.length === 0) return [];
  const reviews = documentsOf<Review>(await listedNow(rows, reviewList(id)));
  return alarms.map((alarm) => {
    const { seen: _seen, ...bare }: FoldedAlarm = alarm;
    const review = latestReview(bare, reviews);
    if (review?.verdict !== 'looked') return bare;
    const { createdBy: by, note } = review;
    return {
      ...bare,
      seen: { by, at: review.at ?? review.createdAt, ...(note !== undefined && { note }) },
    };
  });
}

function withAlarms(row: Row, alarms: readonly FoldedAlarm[]): Row {
  const { alarms: _alarms, ...folded } = row.folded;
  return {
    ...row,
    folded: alarms.length === 0 ? folded : { ...folded, alarms },
    lists: [...row.lists.filter((key) => !key.startsWith(ALARM_LISTS)), ...alarmLists(alarms)],
  };
}

/**
 * Puts what owners should look into on the rows that it is about, so that the screens read a short list. Only where the
 * card or the totals leave room for an alarm is a job's history read.
 */
export async function foldAlarms(rows: RowSet, totals: Totals): Promise<void> {
  const ids = touched(rows);
  if (ids.length === 0) return;
  await rows.loadFew(ids);
  const jobs = ids.filter((id) => rows.after.get(id)?.type === 'job');
  await totals.load(jobs.map(totalKey.jobLowered));
  for (const id of ids) {
    const row = rows.after.get(id);
    if (row?.doc === undefined) continue;
    const raised = row.type === 'job' ? await jobAlarms(rows, row, totals) : (row.folded.alarms ?? []);
    if (raised.length === 0 && row.folded.alarms === undefined) continue;
    rows.after.set(id, withAlarms(row, await reviewed(rows, id, raised)));
  }
}
