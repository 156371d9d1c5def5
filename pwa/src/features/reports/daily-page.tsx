import { money, startOfDay } from '@revops/domain';
import { LedgerTable, type LedgerRow } from '#src/components/ui/ledger-table.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import type { ReportBook } from '#src/data/reports/read-book.ts';
import type { DayBookRow, DayBookView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { dayMoney } from './day-money.ts';
import { PlainTable } from './plain-table.tsx';
import { handOverScreenColumns, jobScreenColumns, paymentScreenColumns } from './report-columns.ts';
import { stateWord } from './state-word.ts';

export interface DailyPageProps {
  readonly day: string;
  readonly desk: string;
  readonly book: ReportBook;
  readonly money: DayBookView;
}

/** The sums stand under the heading and over the lists, whose first words keep the edge of the page. */
const edges = 'border-y border-rule [&_:is(td,th):first-child]:ps-gutter [&_:is(td,th):last-child]:pe-gutter';

const states = ['confirmed', 'waiting', 'rejected', 'clash'] as const;

function ledgerRow(row: DayBookRow, label: string): LedgerRow {
  const cells = states.map((state) => (row[state].count === 0 ? null : { amount: row[state].amount }));
  return { key: label, label, cells };
}

/** The day as it is filed: money by method and state, every payment, every car that came, every hand-over. */
export function DailyPage({ day, desk, book, money: all }: DailyPageProps) {
  const formats = useFormats();
  const { workshopName } = useSession();
  const now = useNow(60_000);
  const title = new Intl.DateTimeFormat(formats.locale, {
    dateStyle: 'full',
    timeZone: formats.timeZone,
  }).format(new Date(startOfDay(day, formats.timeZone)));
  const { rows, total } = desk === 'all' ? all : dayMoney(book.payments);
  const cash = book.people.filter(({ cashInHand }) => cashInHand !== 0);
  return (
    <article className="pb-6">
      <header className="bg-surface px-gutter py-4">
        <p className="text-strong">{workshopName}</p>
        <h2 className="text-title">{m.reports_day_heading({ day: title })}</h2>
        <p className="hidden text-meta print:block">
          {m.reports_day_printed({ when: momentWord(now, now, formats) })}
        </p>
      </header>
      <SectionHeading>{m.reports_day_money()}</SectionHeading>
      <div className={edges}>
        <LedgerTable
          caption={m.reports_day_money()}
          captionHidden
          first={m.reports_method()}
          columns={states.map((state) => ({ label: stateWord(state) }))}
          rows={rows.map((row) => ledgerRow(row, methodWord(row.method)))}
          total={ledgerRow(total, m.reports_foot())}
        />
      </div>
      <PlainTable title={m.reports_day_payments()} columns={paymentScreenColumns()} rows={book.payments} />
      <PlainTable title={m.reports_day_jobs()} columns={jobScreenColumns()} rows={book.jobs} />
      <PlainTable
        title={m.reports_day_hand_overs()}
        columns={handOverScreenColumns()}
        rows={book.handOvers}
      />
      {cash.length > 0 && (
        <>
          <SectionHeading>{m.reports_day_cash()}</SectionHeading>
          <div className={edges}>
            <LedgerTable
              caption={m.reports_day_cash()}
              captionHidden
              first={m.reports_col_name()}
              columns={[{ label: m.reports_col_cash() }]}
              rows={cash.map(({ id, name, cashInHand }) => ({
                key: id,
                label: name,
                cells: [{ amount: money(cashInHand) }],
              }))}
            />
          </div>
        </>
      )}
      <p className="hidden pt-12 print:block">{m.reports_day_sign()}: ______________________</p>
    </article>
  );
}
