import { workshopDay, type AlarmKind, type Job, type Payment, type Workshop } from '@revops/domain';
import type { AlarmView } from '../alarm-view.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import type { FoldedAlarm } from '../projections/alarm-lists.ts';
import { highDiscounts } from './alarms-of-discounts.ts';
import { missingNumbers, withoutUtr } from './alarms-of-time.ts';
import { listed } from './lists.ts';
import { names, type Names, type OwnDevice } from './people.ts';

/** What a screen shows at most; whoever has more to look into begins with the newest. */
export const ALARMS_SHOWN = 200;

type Found = readonly [row: Row, alarm: FoldedAlarm];

const foldedIn = async (tx: ReadTx, list: string): Promise<Found[]> => {
  const rows = await listed(tx, list, ALARMS_SHOWN);
  const each = new Map(rows.map((row) => [row.id, row]));
  return [...each.values()].flatMap((row) => (row.folded.alarms ?? []).map((alarm) => [row, alarm] as const));
};

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
  { waiverLimit, timeZone }: Pick<Workshop, 'waiverLimit' | 'timeZone'>,
): Promise<AlarmView[]> {
  const list = seen ? 'alarm|seen|all|' : `alarm|open|${kind ?? 'all'}|`;
  const named = await names(tx, own);
  const [folded, late, ...others] = await Promise.all([
    foldedIn(tx, list),
    withoutUtr(tx, now, ALARMS_SHOWN),
    missingNumbers(tx, own, now),
    highDiscounts(tx, { named, now, today: workshopDay(now, timeZone) }),
  ]);
  const isWanted = (alarm: FoldedAlarm): boolean =>
    (alarm.seen !== undefined) === seen &&
    (kind === undefined || alarm.kind === kind) &&
    !isOwn(alarm, own) &&
    (alarm.kind !== 'refund' || (alarm.amount ?? 0) > waiverLimit);
  const wanted = [...folded, ...late].filter(([, alarm]) => isWanted(alarm));
  const jobIds = [...new Set(wanted.map(([row]) => jobIdOf(row)))];
  const jobs = await Promise.all(jobIds.map((id) => tx.objectStore('rows').get(id)));
  const jobOf = new Map(jobIds.map((id, index) => [id, jobs[index]]));
  const views = wanted.map((found) => view(found, jobOf.get(jobIdOf(found[0])), named));
  const apart = others
    .flat()
    .filter(isWanted)
    .map((one) => ({ ...one, ...(one.seen !== undefined && { seenByName: named.person(one.seen.by) }) }));
  const timeOf = (alarm: AlarmView): string => (seen ? (alarm.seen?.at ?? '') : alarm.at);
  return [...views, ...apart].toSorted((a, b) =>
    timeOf(a) < timeOf(b) ? 1 : timeOf(a) > timeOf(b) ? -1 : a.id < b.id ? -1 : 1,
  );
}
