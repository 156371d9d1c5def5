import type { PaymentMethod } from '@revops/domain';
import { LedgerTable, type LedgerRow } from '#src/components/ui/ledger-table.tsx';
import type { DayBookRow, DayBookView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { columnLooks, shownColumns, type MoneyColumn } from './column-looks.ts';
import { methodWord } from '#src/words/method-words.ts';
import { isEmptyRow, rowTotal } from './row-total.ts';

function ledgerRow(row: DayBookRow, columns: readonly MoneyColumn[], label: string): LedgerRow {
  const cells = columns.map((column) => (row[column].count === 0 ? null : { amount: row[column].amount }));
  return { key: label, label, cells: [...cells, isEmptyRow(row) ? null : { amount: rowTotal(row) }] };
}

/** These keep their line on a day without them, so that the eye finds the same page every evening. */
const daily: ReadonlySet<PaymentMethod> = new Set<PaymentMethod>(['cash', 'upi', 'card']);

/** The ruled ledger of a day: methods down, states across, a double rule under the sum. */
export function MoneyTable({ book, caption }: { readonly book: DayBookView; readonly caption: string }) {
  const columns = shownColumns(book.total.clash.count > 0);
  return (
    <LedgerTable
      caption={caption}
      captionHidden
      first={m.daybook_method()}
      columns={[
        ...columns.map((column) => ({
          label: columnLooks[column].word(),
          icon: columnLooks[column].icon,
          tone: columnLooks[column].tone,
        })),
        { label: m.daybook_total() },
      ]}
      rows={book.rows
        .filter((row) => daily.has(row.method) || !isEmptyRow(row))
        .map((row) => ledgerRow(row, columns, methodWord(row.method)))}
      total={ledgerRow(book.total, columns, m.daybook_all())}
    />
  );
}
