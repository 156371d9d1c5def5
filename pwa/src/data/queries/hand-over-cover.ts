import { money, type Settlement } from '@revops/domain';
import type { CoverView } from '../cash-views.ts';
import type { ReadTx } from '../database/schema.ts';
import { paymentViews } from './payments.ts';
import type { OwnDevice } from './people.ts';

/** The payments that a hand-over names and that changed hands with it: cash that its giver took. */
export async function handOverCover(tx: ReadTx, id: string, own: OwnDevice): Promise<CoverView | undefined> {
  const store = tx.objectStore('rows');
  const settlement = (await store.get(id))?.doc as unknown as Settlement | undefined;
  if (settlement === undefined) return undefined;
  const rows = await Promise.all(settlement.payments.map((payment) => store.get(payment)));
  const here = rows.filter((row) => row?.doc !== undefined).filter((row) => row !== undefined);
  const all = await paymentViews(tx, here, own);
  const payments = all.filter(
    ({ method, kind, collectedBy }) =>
      method === 'cash' && kind !== 'refund' && collectedBy === settlement.from,
  );
  return {
    payments,
    notHere: rows.length - here.length,
    sum: money(payments.reduce((sum, { amount }) => sum + amount, 0)),
    waiting: payments.filter(({ state }) => state === 'waiting').length,
  };
}
