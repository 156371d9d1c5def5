import type { Page } from 'playwright-core';
import type { Car, DayLedger } from './day-ledger.ts';
import { linesOf, rowsOf, rupees, sorted, stay, type TableRow } from './day-tables.ts';

/** Whose reports: of everybody, or what one manager is shown. */
type Whose = string | undefined;

const statusWords = {
  pending: 'Not started',
  in_progress: 'In work',
  completed: 'Ready to deliver',
  delivered: 'Delivered',
} as const;
const stateWords = {
  waiting: 'Waiting',
  confirmed: 'Confirmed',
  rejected: 'Rejected',
  cancelled: 'Cancelled',
  clash: 'UTR used twice',
} as const;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const withoutZeros = (totals: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(totals).filter(([, amount]) => amount !== 0));

interface Report {
  readonly rows: readonly string[];
  readonly totals: Readonly<Record<string, number>>;
}

type Cells = (row: TableRow) => readonly (string | number)[];

const plateOf = (row: TableRow): string => (row['Car'] ?? '').replaceAll(' ', '');
const jobMoney: Cells = (row) => [rupees(row['Billed']), rupees(row['Received']), rupees(row['Balance'])];
const jobCard: Cells = (row) => [plateOf(row), row['Customer'] ?? '', row['Desk'] ?? ''];

const payments: Cells = (row) => [
  row['Collected by'] ?? '',
  row['Method'] ?? '',
  row['State'] ?? '',
  row['Bank reference'] ?? '',
  rupees(row['Amount']),
];
const jobs: Cells = (row) => [...jobCard(row), row['Status'] ?? '', ...jobMoney(row)];
const dues: Cells = (row) => [...jobCard(row), ...jobMoney(row)];
const handOvers: Cells = (row) => [
  row['From'] ?? '',
  row['To'] ?? '',
  row['State'] ?? '',
  rupees(row['Amount']),
];
const people: Cells = (row) => [
  row['Name'] ?? '',
  Number(row['Jobs']),
  rupees(row['Billed work']),
  rupees(row['Received']),
  rupees(row['Cash in hand']),
];

/** What is compared of each row. */
export const reportCells = {
  payments: { table: 'Payments', cells: payments },
  jobs: { table: 'Jobs', cells: jobs },
  dues: { table: 'Dues', cells: dues },
  hand_overs: { table: 'Hand-overs', cells: handOvers },
  people: { table: 'People', cells: people },
} as const;

export type ReportName = keyof typeof reportCells;
export const reportNames = Object.keys(reportCells) as readonly ReportName[];

/** A report as it stands on the screen, each row of it and what is under it; undefined where it says that there is none. */
export async function reportOnScreen(page: Page, url: string, name: ReportName): Promise<Report> {
  await stay(page, `${url}/reports?report=${name}`);
  const { table, cells } = reportCells[name];
  const list = page.getByRole('table', { name: table });
  await list
    .or(page.getByText(/^(No |Nothing |Nobody )/))
    .first()
    .waitFor();
  if ((await list.count()) === 0) return { rows: [], totals: {} };
  const rows = await rowsOf(list);
  return { rows: sorted(rows.map(cells)), totals: withoutZeros(await linesOf(page, 'Totals')) };
}

/** The same out of the book that was kept beside. */
export function reportOf(book: DayLedger, name: ReportName, whose?: Whose): Report {
  const found = parts[name](book, (person) => whose === undefined || whose === person);
  return { rows: sorted(found.rows), totals: withoutZeros(found.rows.length === 0 ? {} : found.totals) };
}

type IsWanted = (person: string) => boolean;
type Part = (
  book: DayLedger,
  isWanted: IsWanted,
) => { readonly rows: (string | number)[][]; readonly totals: Record<string, number> };

const cardOf = ({ plate, customer, desk }: Car): string[] => [plate, customer, desk];
const moneyOf = (book: DayLedger, car: Car): number[] => [
  car.bill,
  book.received(car, 'waiting', 'confirmed'),
  book.balance(car),
];

const parts: Readonly<Record<ReportName, Part>> = {
  payments(book, isWanted) {
    const slips = book.slips.filter(({ by }) => isWanted(by));
    const of = (...states: readonly string[]): number =>
      sum(slips.filter(({ state }) => states.includes(state)).map(({ amount }) => amount));
    return {
      rows: slips.map(({ by, method, state, utr = '', amount }) => [
        by,
        amount < 0 ? `Refund, ${method.toLowerCase()}` : method,
        stateWords[state],
        utr,
        amount,
      ]),
      totals: {
        'Received (waiting and confirmed)': of('waiting', 'confirmed'),
        Confirmed: of('confirmed'),
        Waiting: of('waiting'),
        'Rejected, not counted': of('rejected'),
      },
    };
  },
  jobs(book, isWanted) {
    const cars = book.cars.filter(({ desk }) => isWanted(desk));
    return {
      rows: cars.map((car) => [...cardOf(car), statusWords[car.status], ...moneyOf(book, car)]),
      totals: {
        'Still to collect': sum(cars.map((car) => book.balance(car))),
        Billed: sum(cars.map(({ bill }) => bill)),
        Received: sum(cars.map((car) => book.received(car, 'waiting', 'confirmed'))),
      },
    };
  },
  dues(book, isWanted) {
    const cars = book.dues().filter(({ desk }) => isWanted(desk));
    return {
      rows: cars.map((car) => [...cardOf(car), ...moneyOf(book, car)]),
      totals: { Due: sum(cars.map((car) => book.balance(car))) },
    };
  },
  hand_overs(book, isWanted) {
    const moves = book.moves.filter(({ from, to }) => to !== undefined && (isWanted(from) || isWanted(to)));
    const of = (wanted: string): number =>
      sum(moves.filter(({ state }) => state === wanted).map(({ amount }) => amount));
    return {
      rows: moves.map(({ from, to = '', state, amount }) => [from, to, stateWords[state], amount]),
      totals: { 'Handed over and confirmed': of('confirmed'), 'Waiting to be confirmed': of('waiting') },
    };
  },
  people(book, isWanted) {
    const found = book.everybody().filter(isWanted);
    const figures = found.map((person) => book.ofPerson(person));
    return {
      rows: found.map((person, at) => [person, ...Object.values(figures[at] ?? {})]),
      totals: {
        Received: sum(figures.map(({ received }) => received)),
        'Billed work': sum(figures.map(({ revenue }) => revenue)),
        'Cash in hand': sum(figures.map(({ cash }) => cash)),
      },
    };
  },
};
