import {
  latestReview,
  UTR_WITHIN_DAYS,
  utrAlarm,
  type Alarm,
  type Payment,
  type Review,
} from '@revops/domain';
import type { AlarmView } from '../alarm-view.ts';
import type { ReadTx, Row } from '../database/schema.ts';
import type { FoldedAlarm } from '../projections/alarm-lists.ts';
import { inverted } from '../projections/projection.ts';
import { reviewList } from '../projections/review.ts';
import { listed } from './lists.ts';
import { devices, type OwnDevice } from './people.ts';

const DAY_MS = 86_400_000;

/** An alarm that stands on no row, with the owners' last word on it. */
export async function reviewed(tx: ReadTx, subject: string, alarm: Alarm): Promise<FoldedAlarm> {
  const rows = await listed(tx, reviewList(subject));
  const reviews = rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Review]));
  const review = latestReview(alarm, reviews);
  if (review?.verdict !== 'looked') return alarm;
  const { createdBy: by, note } = review;
  return { ...alarm, seen: { by, at: review.at ?? review.createdAt, ...(note !== undefined && { note }) } };
}

/** UPI payments that wait for long, from the queue of waiting payments: that they are late no document says. */
export async function withoutUtr(
  tx: ReadTx,
  now: string,
  most: number,
): Promise<(readonly [Row, FoldedAlarm])[]> {
  const due = inverted(new Date(Date.parse(now) - UTR_WITHIN_DAYS * DAY_MS).toISOString());
  const list = 'payment|waiting|all|';
  const index = tx.objectStore('rows').index('lists');
  const rows = await index.getAll(IDBKeyRange.bound(`${list}${due}`, `${list}\uffff`), most);
  const found = await Promise.all(
    rows.map(async (row): Promise<(readonly [Row, FoldedAlarm])[]> => {
      if (row.doc?.['method'] !== 'upi') return [];
      const members = await tx.objectStore('rows').index('head').getAll(row.id);
      const documents = members.flatMap(({ id, doc }) => (doc === undefined || id === row.id ? [] : [doc]));
      const alarm = utrAlarm(row.doc as unknown as Payment, documents, now);
      return alarm === undefined ? [] : [[row, await reviewed(tx, row.id, alarm)]];
    }),
  );
  return found.flat();
}

/** Phones that were silent for a day and have issued entries that nobody has. More missing later is another alarm. */
export async function missingNumbers(tx: ReadTx, own: OwnDevice, now: string): Promise<AlarmView[]> {
  const silentSince = new Date(Date.parse(now) - DAY_MS).toISOString();
  const found = (await devices(tx, own)).filter(
    ({ missing = 0, lastHeard = '', closed }) => missing > 0 && (closed || lastHeard < silentSince),
  );
  return Promise.all(
    found.map(async ({ id, userId, personName, code, missing = 0, lastHeard = '' }) => {
      const subject = `device:${id}`;
      const bare: Alarm = {
        kind: 'missing',
        cause: `${subject}|${missing}`,
        at: lastHeard,
        by: userId,
        to: missing,
      };
      const alarm = await reviewed(tx, subject, bare);
      return { ...alarm, id: `missing ${alarm.cause}`, subject, jobId: '', personName, deviceCode: code };
    }),
  );
}
