import { money, type AnyDocument, type Money } from '@revops/domain';
import type { ReadTx, Rollup, Row } from '../database/schema.ts';
import type { TotalView } from '../views.ts';

/** All keys that begin with a prefix. */
export const startingWith = (prefix: string): IDBKeyRange => IDBKeyRange.bound(prefix, `${prefix}\uffff`);

/** The rows of a list in its own order, newest first, in one native call. */
export const listed = (tx: ReadTx, prefix: string, count?: number): Promise<Row[]> =>
  tx.objectStore('rows').index('lists').getAll(startingWith(prefix), count);

/** A row with its document; that of a refused one lies in the tray. */
export interface Shown {
  readonly row: Row;
  readonly document: AnyDocument;
}

/** Rows with their documents; marks whose content is not here any more are left out. */
export async function shown(tx: ReadTx, rows: readonly Row[]): Promise<Shown[]> {
  const documents = await Promise.all(
    rows.map(async (row) => {
      if (row.doc !== undefined || row.refused === undefined) return row.doc;
      return (await tx.objectStore('tray').get(`${row.id} ${row.refused}`))?.body;
    }),
  );
  return rows.flatMap((row, index) => {
    const document = documents[index];
    return document === undefined ? [] : [{ row, document }];
  });
}

export const asMoney = (amount: number | undefined): Money => money(amount ?? 0);

/** A total in the shape of the screens; nothing stored is nothing. */
export const totalView = (rollup: Omit<Rollup, 'key'> | undefined): TotalView => ({
  amount: asMoney(rollup?.amount),
  count: rollup?.count ?? 0,
  unsentAmount: asMoney(rollup?.unsentAmount),
  unsentCount: rollup?.unsentCount ?? 0,
});

/** Two totals together. */
export const addTotals = (a: TotalView, b: TotalView): TotalView => ({
  amount: asMoney(a.amount + b.amount),
  count: a.count + b.count,
  unsentAmount: asMoney(a.unsentAmount + b.unsentAmount),
  unsentCount: a.unsentCount + b.unsentCount,
});

export const noTotal: TotalView = totalView(undefined);
