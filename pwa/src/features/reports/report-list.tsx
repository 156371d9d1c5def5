import { bareId } from '@revops/domain';
import type { ReactNode } from 'react';
import { Ledger } from '#src/components/ui/ledger.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useToday } from '#src/data/hooks/index.ts';
import type { BookPart, ReportBook } from '#src/data/reports/read-book.ts';
import type { ReportFilter } from '#src/data/reports/report-filter.ts';
import { useReportBook } from '#src/data/reports/use-report-book.ts';
import { m } from '#src/words/compiled/messages.js';
import {
  dueScreenColumns,
  handOverScreenColumns,
  jobScreenColumns,
  paymentScreenColumns,
  personScreenColumns,
} from './report-columns.ts';
import { kindWord, type ListKind } from './report-kinds.ts';
import { ReportTable } from './report-table.tsx';
import { footOf } from './report-totals.ts';

const partsOf: Readonly<Record<ListKind, readonly BookPart[]>> = {
  payments: ['payments'],
  jobs: ['jobs'],
  dues: ['dues'],
  hand_overs: ['handOvers'],
  people: [],
};

const noneWords: Readonly<Record<ListKind, () => string>> = {
  payments: () => m.reports_none_payments(),
  jobs: () => m.reports_none_jobs(),
  dues: () => m.reports_none_dues(),
  hand_overs: () => m.reports_none_hand_overs(),
  people: () => m.reports_none_people(),
};

const jobPath = (id: string): string => `/jobs/${bareId(id)}`;

function tableOf(kind: ListKind, book: ReportBook): ReactNode {
  const caption = kindWord(kind);
  switch (kind) {
    case 'payments':
      return (
        <ReportTable
          caption={caption}
          columns={paymentScreenColumns()}
          rows={book.payments}
          linkOf={({ payment }) => jobPath(payment.jobId)}
        />
      );
    case 'jobs':
      return (
        <ReportTable
          caption={caption}
          columns={jobScreenColumns()}
          rows={book.jobs}
          linkOf={({ job }) => jobPath(job._id)}
        />
      );
    case 'dues':
      return (
        <ReportTable
          caption={caption}
          columns={dueScreenColumns()}
          rows={book.dues}
          linkOf={({ job }) => jobPath(job._id)}
        />
      );
    case 'hand_overs':
      return <ReportTable caption={caption} columns={handOverScreenColumns()} rows={book.handOvers} />;
    case 'people':
      return <ReportTable caption={caption} columns={personScreenColumns()} rows={book.people} />;
  }
}

const countOf = (kind: ListKind, book: ReportBook): number =>
  kind === 'hand_overs' ? book.handOvers.length : book[kind].length;

export interface ReportListProps {
  readonly kind: ListKind;
  readonly filter: ReportFilter;
}

/** One report as a long list with its sums, which stand above it too: nobody scrolls through 9,000 rows to them. */
export function ReportList({ kind, filter }: ReportListProps) {
  const today = useToday();
  const reading = useReportBook(filter, partsOf[kind], today);
  const { locale } = useFormats();
  if (reading.status === 'loading')
    return (
      <output className="block px-gutter py-6 text-ink-2">
        {reading.read > 0 && m.reports_reading({ count: new Intl.NumberFormat(locale).format(reading.read) })}
      </output>
    );
  const { book } = reading;
  if (countOf(kind, book) === 0)
    return (
      <div className="py-6">
        <EmptyState>{noneWords[kind]()}</EmptyState>
      </div>
    );
  const { count, totals } = footOf(kind, book);
  const [first, ...others] = totals;
  return (
    <>
      {tableOf(kind, book)}
      <section aria-label={m.reports_foot()} className="border-b border-rule bg-surface pb-2">
        <p className="px-gutter pt-3 font-bold">{count}</p>
        {first !== undefined && <Ledger label={m.reports_foot()} lines={others} total={first} />}
      </section>
    </>
  );
}
