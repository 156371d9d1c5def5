import {
  closeColumns,
  depositColumns,
  discountColumns,
  handOverColumns,
  jobColumns,
  paymentColumns,
  peopleColumns,
  phoneColumns,
  type Column,
} from '@revops/domain';
import type { ReportBook } from './read-book.ts';

/** A sheet with its rows; what a row is, only its own columns know. */
export interface BookSheet {
  readonly name: string;
  readonly columns: readonly Column<unknown>[];
  readonly rows: readonly unknown[];
}

const sheet = <R>(name: string, columns: readonly Column<R>[], rows: readonly R[]): BookSheet => ({
  name,
  columns: columns as unknown as readonly Column<unknown>[],
  rows,
});

/** The sheets of a workbook, the same as the server's, with the dues beside them. */
export const bookSheets = (book: ReportBook): readonly BookSheet[] => [
  sheet('Jobs', jobColumns, book.jobs),
  sheet('Payments', paymentColumns, book.payments),
  sheet('Dues', jobColumns, book.dues),
  sheet('Hand-overs', handOverColumns, book.handOvers),
  sheet('Discounts', discountColumns, book.discounts),
  sheet('Deposits', depositColumns, book.deposits),
  sheet('Closes', closeColumns, book.closes),
  sheet('People', peopleColumns, book.people),
  sheet('Phones', phoneColumns, book.phones),
];
