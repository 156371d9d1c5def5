import { balanceOf, billedOf, money, signedAmount, type Money } from '@revops/domain';
import type { ReportBook } from '#src/data/reports/read-book.ts';
import { m } from '#src/words/compiled/messages.js';
import type { ListKind } from './report-kinds.ts';

export interface ReportTotal {
  readonly label: string;
  readonly amount: Money;
}

export interface ReportFoot {
  readonly count: string;
  readonly totals: readonly ReportTotal[];
}

const sum = <R>(rows: readonly R[], amountOf: (row: R) => number): Money =>
  money(rows.reduce((total, row) => total + amountOf(row), 0));

const total = (label: string, amount: Money): ReportTotal => ({ label, amount });
const unlessZero = (label: string, amount: Money): readonly ReportTotal[] =>
  amount === 0 ? [] : [total(label, amount)];

function ofPayments({ payments }: ReportBook): ReportFoot {
  const of = (...states: readonly string[]): Money =>
    sum(
      payments.filter(({ state }) => states.includes(state)),
      ({ payment }) => signedAmount(payment),
    );
  return {
    count: m.reports_count_payments({ count: payments.length }),
    totals: [
      total(m.reports_total_counted(), of('waiting', 'confirmed')),
      total(m.reports_total_confirmed(), of('confirmed')),
      total(m.reports_total_waiting(), of('waiting')),
      ...unlessZero(m.reports_total_rejected(), of('rejected')),
    ],
  };
}

function ofJobs({ jobs }: ReportBook): ReportFoot {
  const counted = jobs.filter(({ job }) => job.status.value !== 'cancelled');
  const balance = ({ job, received }: (typeof jobs)[number]): number => balanceOf(job, received);
  return {
    count: m.reports_count_jobs({ count: jobs.length }),
    totals: [
      total(
        m.reports_total_balance(),
        sum(jobs, (row) => Math.max(0, balance(row))),
      ),
      total(
        m.reports_total_billed(),
        sum(counted, ({ job }) => billedOf(job) ?? 0),
      ),
      total(
        m.reports_total_received(),
        sum(jobs, ({ received }) => received.waiting + received.confirmed),
      ),
      ...unlessZero(
        m.reports_total_give_back(),
        sum(jobs, (row) => Math.max(0, -balance(row))),
      ),
    ],
  };
}

const ofDues = ({ dues }: ReportBook): ReportFoot => ({
  count: m.reports_count_jobs({ count: dues.length }),
  totals: [
    total(
      m.reports_total_due(),
      sum(dues, ({ job, received }) => balanceOf(job, received)),
    ),
  ],
});

function ofHandOvers({ handOvers }: ReportBook): ReportFoot {
  const of = (wanted: string): Money =>
    sum(
      handOvers.filter(({ state }) => state === wanted),
      ({ handOver }) => handOver.amount,
    );
  return {
    count: m.reports_count_hand_overs({ count: handOvers.length }),
    totals: [
      total(m.reports_total_handed(), of('confirmed')),
      ...unlessZero(m.reports_total_handed_waiting(), of('waiting')),
      ...unlessZero(m.reports_total_rejected(), of('rejected')),
    ],
  };
}

const ofPeople = ({ people }: ReportBook): ReportFoot => ({
  count: m.reports_count_people({ count: people.length }),
  totals: [
    total(
      m.reports_total_received(),
      sum(people, ({ received }) => received),
    ),
    total(
      m.reports_col_revenue(),
      sum(people, ({ revenue }) => revenue),
    ),
    total(
      m.reports_col_cash(),
      sum(people, ({ cashInHand }) => cashInHand),
    ),
  ],
});

/** What stands under a list: the same sums as the ledger has of these days, this desk and this state. */
export function footOf(kind: ListKind, book: ReportBook): ReportFoot {
  switch (kind) {
    case 'payments':
      return ofPayments(book);
    case 'jobs':
      return ofJobs(book);
    case 'dues':
      return ofDues(book);
    case 'hand_overs':
      return ofHandOvers(book);
    case 'people':
      return ofPeople(book);
  }
}
