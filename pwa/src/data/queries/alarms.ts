import {
  UTR_WITHIN_DAYS,
  utrAlarm,
  latestReview,
  type AlarmKind,
  type Job,
  type Payment,
  type Review,
} from '@revops/domain';
import type { ReadTx, Row } from '../database/schema.ts';
import type { FoldedAlarm } from '../projections/alarm-lists.ts';
import { inverted } from '../projections/projection.ts';
import { reviewList } from '../projections/review.ts';
import type { AlarmView } from '../alarm-view.ts';
import { listed } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';

/** What a screen shows at most; whoever has more to look into begins with the newest. */
export const ALARMS_SHOWN = 200;

const DAY_MS = 86_400_000;

type Found = readonly [row: Row, alarm: FoldedAlarm];

const foldedIn = async (tx: ReadTx, list: string): Promise<Found[]> => {
  const rows = await listed(tx, list, ALARMS_SHOWN);
  const each = new Map(rows.map((row) => [row.id, row]));
  return [...each.values()].flatMap((row) => (row.folded.alarms ?? []).map((alarm) => [row, alarm] as const));
};

async function reviewsOf(tx: ReadTx, subject: string): Promise<Review[]> {
  const rows = await listed(tx, reviewList(subject));
  return rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Review]));
}

function seenBy(review: Review | undefined): Pick<FoldedAlarm, 'seen'> {
  if (review?.verdict !== 'looked') return {};
  const { createdBy: by, note } = review;
  return { seen: { by, at: review.at ?? review.createdAt, ...(note !== undefined && { note }) } };
}

/** UPI payments that wait for long: the queue of waiting payments tells, because that they are late no document says. */
async function withoutUtr(tx: ReadTx, now: string): Promise<Found[]> {
  const due = inverted(new Date(Date.parse(now) - UTR_WITHIN_DAYS * DAY_MS).toISOString());
  const list = 'payment|waiting|all|';
  const index = tx.objectStore('rows').index('lists');
  const rows = await index.getAll(IDBKeyRange.bound(`${list}${due}`, `${list}\uffff`), ALARMS_SHOWN);
  const upi = rows.filter(({ doc }) => doc?.['method'] === 'upi');
  const found = await Promise.all(
    upi.map(async (row): Promise<Found | undefined> => {
      const members = await tx.objectStore('rows').index('head').getAll(row.id);
      const documents = members.flatMap(({ id, doc }) => (doc === undefined || id === row.id ? [] : [doc]));
      const alarm = utrAlarm(row.doc as unknown as Payment, documents, now);
      if (alarm === undefined) return undefined;
      return [row, { ...alarm, ...seenBy(latestReview(alarm, await reviewsOf(tx, row.id))) }];
    }),
  );
  return found.filter((one) => one !== undefined);
}

const jobIdOf = ({ id, doc }: Row): string =>
  id.startsWith('job:') ? id : ((doc?.['jobId'] as string | undefined) ?? '');

function view([row, alarm]: Found, job: Row | undefined, named: Names): AlarmView {
  const card = job?.doc as unknown as Job | undefined;
  const payment = row.type === 'payment' ? (row.doc as unknown as Payment) : undefined;
  const deviceCode = alarm.device === undefined ? undefined : named.deviceCode(alarm.device);
  return {
    ...alarm,
    id: `${alarm.kind} ${alarm.cause}`,
    subject: row.id,
    jobId: jobIdOf(row),
    ...(card !== undefined && {
      plate: card.vehicleNumber,
      plateKind: job?.folded.plateKind ?? 'private',
      jobNumber: card.number,
    }),
    ...(payment !== undefined && { method: payment.method }),
    ...(payment !== undefined && { collectorName: named.person(payment.collectedBy) }),
    ...(alarm.by !== undefined && { personName: named.person(alarm.by) }),
    ...(deviceCode !== undefined && { deviceCode }),
    ...(alarm.seen !== undefined && { seenByName: named.person(alarm.seen.by) }),
  };
}

/** An owner is not shown what the owner did; what was rejected or clashes is to be settled whoever said so. */
const isOwn = ({ kind, by }: FoldedAlarm, own: OwnDevice): boolean =>
  by === own.userId &&
  (kind === 'bill_fell' || kind === 'edited_after' || kind === 'cancelled_paid' || kind === 'refund');

export interface AlarmsFilter {
  readonly seen: boolean;
  readonly kind?: AlarmKind;
}

/** What owners should look into, or have looked at; the newest first. */
export async function alarms(
  tx: ReadTx,
  { seen, kind }: AlarmsFilter,
  own: OwnDevice,
  now: string,
  waiverLimit: number,
): Promise<AlarmView[]> {
  const list = seen ? 'alarm|seen|all|' : `alarm|open|${kind ?? 'all'}|`;
  const [folded, late, named] = await Promise.all([
    foldedIn(tx, list),
    kind === undefined || kind === 'no_utr' ? withoutUtr(tx, now) : [],
    names(tx, own),
  ]);
  const wanted = [...folded, ...late]
    .filter(([, alarm]) => (alarm.seen !== undefined) === seen && (kind === undefined || alarm.kind === kind))
    .filter(
      ([, alarm]) => !isOwn(alarm, own) && (alarm.kind !== 'refund' || (alarm.amount ?? 0) > waiverLimit),
    );
  const jobIds = [...new Set(wanted.map(([row]) => jobIdOf(row)))];
  const jobs = await Promise.all(jobIds.map((id) => tx.objectStore('rows').get(id)));
  const jobOf = new Map(jobIds.map((id, index) => [id, jobs[index]]));
  const timeOf = (alarm: AlarmView): string => (seen ? (alarm.seen?.at ?? '') : alarm.at);
  return wanted
    .map((found) => view(found, jobOf.get(jobIdOf(found[0])), named))
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : a.id < b.id ? -1 : 1));
}
