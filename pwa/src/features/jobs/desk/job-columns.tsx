import { formatMoney, formatPhone, isFinished, isLate } from '@revops/domain';
import type { ReactNode } from 'react';
import { Due } from '#src/components/ui/due.tsx';
import type { Formats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import type { JobColumn } from '#src/data/queries/desk-filter.ts';

import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortDayWord, shortPromiseWord } from '#src/words/time-words.ts';
import { StatusMark } from './status-mark.tsx';

/** What cells need besides their job. */
export interface CellContext {
  readonly formats: Formats;
  readonly now: string;
  readonly deskName: (id: string) => string | undefined;
}

export interface TableColumn {
  readonly key: string;
  readonly label: () => string;
  /** At least so wide, in rem. */
  readonly width: number;
  /** Takes what is left over. */
  readonly grows?: true;
  readonly align?: 'end';
  readonly sort?: JobColumn;
  /** The lowest give way first when the table is narrow. */
  readonly rank: number;
  readonly cell: (job: JobView, context: CellContext) => ReactNode;
}

const none = <span className="text-ink-3">—</span>;

const cut = (text: string | undefined): ReactNode =>
  text === undefined || text === '' ? (
    none
  ) : (
    <span className="block truncate" title={text}>
      {text}
    </span>
  );

function promise(job: JobView, { formats, now }: CellContext): ReactNode {
  if (job.promisedAt === undefined || isFinished(job.status)) return none;
  const word = shortPromiseWord(job.promisedAt, now, formats);
  return isLate(job.promisedAt, false, now) ? (
    <span className="font-semibold text-refused">{word}</span>
  ) : (
    word
  );
}

/** Every column there is, in the order in which they stand; the plate is the heading of its row. */
export const jobColumns: readonly TableColumn[] = [
  {
    key: 'number',
    label: () => m.jobs_col_number(),
    width: 5.5,
    // Only who chose it has it, and then it is not the first to go.
    rank: 7,
    cell: ({ number }) => <span translate="no">{number}</span>,
  },
  {
    key: 'customer',
    label: () => m.jobs_col_customer(),
    width: 8,
    grows: true,
    sort: 'customer',
    rank: 8,
    cell: ({ customerName, phone }) =>
      cut(customerName ?? (phone === undefined ? m.work_no_name() : formatPhone(phone))),
  },
  {
    key: 'car',
    label: () => m.jobs_col_car(),
    width: 7,
    grows: true,
    rank: 4,
    cell: ({ carModel }) => cut(carModel),
  },
  {
    key: 'work',
    label: () => m.jobs_col_work(),
    width: 7.75,
    grows: true,
    rank: 3,
    cell: ({ workDescription }) => cut(workDescription),
  },
  {
    key: 'status',
    label: () => m.jobs_statuses(),
    width: 10,
    sort: 'status',
    rank: 9,
    cell: ({ status }) => <StatusMark status={status} />,
  },
  {
    key: 'promised',
    label: () => m.jobs_col_promised(),
    width: 7.5,
    sort: 'promised',
    rank: 7,
    cell: promise,
  },
  {
    key: 'desk',
    label: () => m.jobs_desk(),
    width: 6.75,
    rank: 5,
    cell: ({ desk }, { deskName }) => cut(deskName(desk) ?? m.work_somebody()),
  },
  {
    key: 'opened',
    label: () => m.jobs_col_opened(),
    width: 6.5,
    sort: 'opened',
    rank: 7,
    cell: ({ createdAt }, { now, formats }) => shortDayWord(createdAt, now, formats),
  },
  {
    key: 'billed',
    label: () => m.jobs_col_bill(),
    width: 6,
    align: 'end',
    sort: 'billed',
    rank: 6,
    cell: ({ billed }) => (billed === undefined ? none : <Money amount={billed} />),
  },
  {
    key: 'balance',
    label: () => m.jobs_col_balance(),
    width: 7,
    align: 'end',
    sort: 'balance',
    rank: 10,
    cell: ({ billed, balance }) => (billed === undefined && balance === 0 ? none : <Due amount={balance} />),
  },
];

export const usualColumns: readonly string[] = [
  'customer',
  'car',
  'work',
  'status',
  'promised',
  'desk',
  'billed',
  'balance',
];

/** About what a digit of money takes; a column is as wide as the longest amount in it. */
const digitRem = 0.54;
const paddingRem = 1.5;

/** Widths by what stands in the columns of money: ₹1,23,456 and ₹99,99,99,999.00 both keep their line. */
export function withMoneyRoom(
  columns: readonly TableColumn[],
  jobs: readonly JobView[],
  formats: Formats,
): TableColumn[] {
  const longest = (amounts: readonly string[]) => Math.max(0, ...amounts.map(({ length }) => length));
  const room = {
    billed: longest(jobs.map(({ billed }) => (billed === undefined ? '' : formatMoney(billed, formats)))),
    balance: longest(
      jobs.map(({ balance }) =>
        balance < 0
          ? m.ui_to_give_back({ amount: formatMoney(balance, formats) })
          : formatMoney(balance, formats),
      ),
    ),
  };
  return columns.map((column) => {
    if (column.key !== 'billed' && column.key !== 'balance') return column;
    return { ...column, width: Math.max(column.width, room[column.key] * digitRem + paddingRem) };
  });
}
