import type { CloseRow, DayClose, Deposit, DepositRow, DiscountRow, Waiver } from '@revops/domain';
import type { Names } from '../queries/people.ts';
import { givenBy } from '../projections/waiver.ts';
import type { RowSource } from './read-rows.ts';
import { inPeriod, type ReportFilter } from './report-filter.ts';
import { jobNumbers } from './sources.ts';

const states = ['waiting', 'confirmed', 'rejected'] as const;

/** The lists of everybody's entries have a name of their own. */
const anyoneOr = (desk: string): string => (desk === 'all' ? 'anyone' : desk);

/** What was let off in a period, by whoever gave it. */
export const discountSource = (filter: ReportFilter, named: Names): RowSource<DiscountRow> => ({
  type: 'waiver',
  ranges: states.map((state) => inPeriod(givenBy(state, filter.desk), filter)),
  async rowsOf(tx, rows) {
    const discounts = rows.flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as Waiver]));
    const numbers = await jobNumbers(tx, discounts);
    return rows.map(({ doc, folded }) => {
      if (doc === undefined) return undefined;
      const discount = doc as unknown as Waiver;
      const giver = named.person(discount.createdBy);
      return { discount, state: folded.state ?? 'waiting', jobNumber: numbers.get(discount.jobId), giver };
    });
  },
});

/** Cash that went to the bank in a period. */
export const depositSource = (filter: ReportFilter, named: Names): RowSource<DepositRow> => ({
  type: 'deposit',
  ranges: [inPeriod(`deposit|all|${anyoneOr(filter.desk)}|`, filter)],
  rowsOf: (_tx, rows) =>
    Promise.resolve(
      rows.map(({ doc, folded }) => {
        if (doc === undefined) return undefined;
        const deposit = doc as unknown as Deposit;
        return { deposit, state: folded.state ?? 'waiting', person: named.person(deposit.person) };
      }),
    ),
});

/** The counted evenings of a period. */
export const closeSource = (filter: ReportFilter, named: Names): RowSource<CloseRow> => ({
  type: 'dayClose',
  ranges: [inPeriod(`dayClose|${anyoneOr(filter.desk)}|`, filter)],
  rowsOf: (_tx, rows) =>
    Promise.resolve(
      rows.map(({ doc }) => {
        if (doc === undefined) return undefined;
        const close = doc as unknown as DayClose;
        return { close, person: named.person(close.person) };
      }),
    ),
});
