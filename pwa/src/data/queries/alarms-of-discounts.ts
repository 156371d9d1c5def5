import { addDays, discountDays, discountsAboveNormal, type Alarm } from '@revops/domain';
import type { AlarmView } from '../alarm-view.ts';
import type { ReadTx, Rollup } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import { givenBy } from '../projections/waiver.ts';
import { reviewed } from './alarms-of-time.ts';
import { listed } from './lists.ts';
import type { Names } from './people.ts';

/** Behind every day: `|` sorts after the digits and dashes of one. */
const afterDay = '|\uffff';

const ofDays = (tx: ReadTx, name: string, from: string, to: string): Promise<Rollup[]> =>
  tx.objectStore('rollups').getAll(IDBKeyRange.bound(`${name}|${from}`, `${name}|${to}${afterDay}`));

/** Older bills are read only where one desk works alone, which is then compared with itself. */
async function totalsOfDays(tx: ReadTx, today: string): Promise<(readonly [string, Rollup])[]> {
  const { from, recent, to } = discountDays(today);
  const [waived, billed] = await Promise.all([
    ofDays(tx, 'waived', from, to),
    ofDays(tx, 'revenue', recent, to),
  ]);
  const desks = new Set(billed.filter(({ amount }) => amount > 0).map(({ key }) => key.split('|')[2]));
  const before = desks.size > 1 ? [] : await ofDays(tx, 'revenue', from, addDays(recent, -1));
  return [...waived, ...billed, ...before].map((rollup) => [rollup.key, rollup] as const);
}

async function owners(tx: ReadTx): Promise<ReadonlySet<string>> {
  const members = await listed(tx, 'member|');
  return new Set(
    members.flatMap(({ id, doc }) => (doc?.['role'] === 'owner' ? [id.slice('member:'.length)] : [])),
  );
}

/** When this person last let something off; that is what brought it up. */
async function lastGiven(tx: ReadTx, person: string, now: string): Promise<string> {
  const [row] = await listed(tx, givenBy('confirmed', person), 1);
  return row?.doc === undefined ? now : instantOfDocument(row.doc);
}

/** Whose discounts are far above normal, out of running totals; each is said once in a month. */
export async function highDiscounts(
  tx: ReadTx,
  { named, today, now }: { readonly named: Names; readonly today: string; readonly now: string },
): Promise<AlarmView[]> {
  const [totals, known] = await Promise.all([totalsOfDays(tx, today), owners(tx)]);
  const habits = discountsAboveNormal(totals, { today, owners: known });
  return Promise.all(
    habits.map(async ({ person, amount, share, usual, usualIs }) => {
      const subject = `member:${person}`;
      const bare: Alarm = {
        kind: 'discounts',
        cause: `${subject}|${today.slice(0, 7)}`,
        at: await lastGiven(tx, person, now),
        by: person,
        amount,
        shares: { own: share, usual, usualIs },
      };
      const alarm = await reviewed(tx, subject, bare);
      return {
        ...alarm,
        id: `discounts ${bare.cause}`,
        subject,
        jobId: '',
        personName: named.person(person),
      };
    }),
  );
}
