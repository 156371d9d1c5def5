import type { AnyDocument } from '#src/documents/envelope.ts';
import { balanceOf } from '#src/ledger/job-contribution.ts';
import { negateMoney } from '#src/money/money.ts';
import { jobStatusSchema } from '#src/status/status.ts';
import { averageHalfUp } from './average-half-up.ts';
import { dailyRevenue } from './daily-revenue.ts';
import { isWithin, type FigureOptions, type Figures, type Period } from './figures.ts';
import { PeopleTally } from './people-tally.ts';
import { plainBook, type PlainBook } from './plain-book.ts';

const sumOf = <T>(items: readonly T[], amountOf: (item: T) => number): number =>
  items.reduce((sum, item) => sum + amountOf(item), 0);

const amountOf = ({ amount }: { readonly amount: number }): number => amount;
const billOf = ({ billed }: { readonly billed: number }): number => billed;

/**
 * The figures recomputed from the documents themselves, by the formulas and nothing else: slow, and the truth that every
 * other way to them has to equal.
 */
export function figuresOf(
  documents: Iterable<AnyDocument>,
  { timeZone, today, period = {} }: FigureOptions,
): Figures {
  const book = plainBook(documents, timeZone);
  const inPeriod = ({ day }: { readonly day: string }): boolean => isWithin(day, period);
  const on =
    (wanted: string) =>
    ({ day }: { readonly day: string }): boolean =>
      day === wanted;
  const { jobs, completed, received } = book;
  const collected = received.filter(inPeriod);
  const billed = completed.filter(inPeriod);
  const totalRevenue = sumOf(billed, billOf);
  return {
    totalJobs: book.created.filter(inPeriod).length,
    totalRevenue,
    totalCollected: sumOf(collected, amountOf),
    totalConfirmed: sumOf(
      collected.filter(({ isConfirmed }) => isConfirmed),
      amountOf,
    ),
    outstandingCredits: outstanding(book),
    averageJobValue: averageHalfUp(totalRevenue, billed.length),
    statusCounts: Object.fromEntries(
      jobStatusSchema.options.map((value) => [
        value,
        jobs.filter(({ status }) => status.value === value).length,
      ]),
    ) as Figures['statusCounts'],
    dailyRevenue: dailyRevenue(
      today,
      (day) => sumOf(completed.filter(on(day)), billOf),
      (day) => sumOf(received.filter(on(day)), amountOf),
    ),
    people: peopleOf(book, period),
  };
}

/** What customers owe, job by job: money to give back for one lowers no other's. */
function outstanding({ completed, received }: PlainBook): number {
  return sumOf(completed, ({ job, waived }) => {
    const paid = sumOf(
      received.filter(({ payment }) => payment.jobId === job._id),
      amountOf,
    );
    return Math.max(0, balanceOf(job, { waiting: paid, confirmed: 0, waived }));
  });
}

function peopleOf(
  { created, completed, received, handedOver, deposited }: PlainBook,
  period: Period,
): Figures['people'] {
  const people = new PeopleTally();
  for (const { job, day } of created) if (isWithin(day, period)) people.add(job.desk, 'jobs', 1);
  for (const { job, day, billed } of completed)
    if (isWithin(day, period)) people.add(job.desk, 'revenue', billed);
  for (const { payment, day, amount } of received) {
    if (isWithin(day, period)) people.add(payment.collectedBy, 'received', amount);
    if (payment.method === 'cash') people.add(payment.collectedBy, 'cashInHand', amount);
  }
  for (const { from, to, amount } of handedOver) {
    people.add(from, 'cashInHand', negateMoney(amount));
    people.add(to, 'cashInHand', amount);
  }
  for (const { person, amount } of deposited) people.add(person, 'cashInHand', negateMoney(amount));
  return people.result();
}
