import { paymentMethodSchema, type PaymentMethod } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import type { DayBookRow, DayBookView } from '../views.ts';
import { addTotals, noTotal, startingWith, totalView } from './lists.ts';
import { people, type OwnDevice } from './people.ts';

const states = ['confirmed', 'waiting', 'rejected', 'clash'] as const;
type CountedState = (typeof states)[number];
const isCounted = (state: string | undefined): state is CountedState =>
  states.some((counted) => counted === state);

const emptyRow = (method: PaymentMethod): DayBookRow => ({
  method,
  confirmed: noTotal,
  waiting: noTotal,
  rejected: noTotal,
  clash: noTotal,
});

/** One workshop day: method by state, all people together, then cash with people and devices. */
export async function dayBook(tx: ReadTx, day: string, own: OwnDevice): Promise<DayBookView> {
  const [rollups, persons] = await Promise.all([
    tx.objectStore('rollups').getAll(startingWith(`money|${day}|`)),
    people(tx, own),
  ]);
  const rows = new Map(paymentMethodSchema.options.map((method) => [method, emptyRow(method)]));
  let total = emptyRow('cash');
  for (const rollup of rollups) {
    const [, , method, state] = rollup.key.split('|');
    const row = rows.get(method as PaymentMethod);
    if (row === undefined || !isCounted(state)) continue;
    const part = totalView(rollup);
    rows.set(row.method, { ...row, [state]: addTotals(row[state], part) });
    total = { ...total, [state]: addTotals(total[state], part) };
  }
  return { day, rows: [...rows.values()], total, people: persons };
}
