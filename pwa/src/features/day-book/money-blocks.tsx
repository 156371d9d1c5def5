import { Money, useColumnDecimals } from '#src/components/ui/money.tsx';
import type { DayBookRow, DayBookView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { columnLooks, shownColumns } from './column-looks.ts';
import { methodWord } from '#src/words/method-words.ts';
import { isEmptyRow, rowTotal } from './row-total.ts';

const tones = { received: 'text-received', waiting: 'text-waiting', refused: 'text-refused' } as const;

interface BlockProps {
  readonly row: DayBookRow;
  readonly name: string;
  readonly decimals: 'auto' | 'always';
  readonly isSum?: boolean;
}

function Block({ row, name, decimals, isSum = false }: BlockProps) {
  const lines = shownColumns(true).filter((column) => row[column].count > 0);
  return (
    <section
      className={`bg-surface px-gutter py-3 ${isSum ? 'double-rule border-t-2 border-ink' : 'border-b border-rule'}`}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h3 className={isSum ? 'text-title' : 'text-strong'}>{name}</h3>
        <Money amount={rowTotal(row)} decimals={decimals} size={isSum ? 'l' : 'strong'} />
      </div>
      <dl className="mt-1 flex flex-col gap-1 text-meta">
        {lines.map((column) => {
          const { icon: Icon, tone, word } = columnLooks[column];
          return (
            <div key={column} className={`flex items-center justify-between gap-3 ${tones[tone]}`}>
              <dt className="inline-flex items-center gap-1.5">
                <Icon aria-hidden="true" className="size-4 shrink-0" strokeWidth={2.5} />
                {word()}
              </dt>
              <dd className="font-semibold">
                <Money amount={row[column].amount} decimals={decimals} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** The day's money on a phone: the sum first, because it is what is asked for, then a block per method. */
export function MoneyBlocks({ book }: { readonly book: DayBookView }) {
  const rows = book.rows.filter((row) => !isEmptyRow(row));
  const amounts = [book.total, ...rows].flatMap((row) =>
    shownColumns(true).map((column) => row[column].amount),
  );
  const decimals = useColumnDecimals(amounts);
  return (
    <div>
      <Block row={book.total} name={m.daybook_all()} decimals={decimals} isSum />
      {rows.map((row) => (
        <Block key={row.method} row={row} name={methodWord(row.method)} decimals={decimals} />
      ))}
    </div>
  );
}
