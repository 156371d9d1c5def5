import readExcelFile from 'read-excel-file/node';
import type { Car, DayLedger } from './day-ledger.ts';

type Kind = 'text' | 'instant' | 'count' | 'money';
type Table = readonly (readonly unknown[])[];

/** How many rows a sheet has, and what each of its columns of numbers sums up to; amounts in paise. */
interface SheetSums {
  readonly rows: number;
  readonly sums: Readonly<Record<string, number>>;
}
export type BookSums = Readonly<Record<string, SheetSums>>;

const jobMoney = ['Estimated', 'Billed', 'Discount', 'Received', 'Confirmed', 'Balance'];
const jobColumns = {
  money: jobMoney,
  count: ['Odometer'],
  instant: ['Opened', 'Promised', 'Completed', 'Delivered'],
};
/** Whatever is no text, sheet by sheet. */
const typed: Readonly<Record<string, Partial<Record<Kind, readonly string[]>>>> = {
  Jobs: jobColumns,
  Payments: { money: ['Amount', 'Counted'], instant: ['Received'] },
  Dues: jobColumns,
  'Hand-overs': { money: ['Amount'], count: ['Payments'], instant: ['Handed over'] },
  Discounts: { money: ['Amount', 'Counted'], instant: ['Given'] },
  Deposits: { money: ['Amount'], instant: ['Brought'] },
  Closes: { money: ['Expected', 'Counted', 'Difference'], instant: ['Counted at'] },
  People: { money: ['Revenue', 'Received', 'Cash in hand'], count: ['Jobs'] },
  Phones: { count: ['Entries missing'], instant: ['As of', 'Last heard'] },
};

const kindOf = (sheet: string, title: string): Kind =>
  (['money', 'count', 'instant'] as const).find((kind) => typed[sheet]?.[kind]?.includes(title)) ?? 'text';

const paise = (amount: number): number => Math.round(amount * 100);

/** Sums of all columns of numbers; what holds texts and days is only counted. */
export function sumsOf(sheet: string, [head = [], ...rows]: Table): SheetSums {
  const sums: Record<string, number> = {};
  head.forEach((title, at) => {
    const kind = kindOf(sheet, String(title));
    if (kind !== 'money' && kind !== 'count') return;
    const numbers = rows.map((row) => Number(row[at] ?? 0));
    const sum = numbers.reduce((total, one) => total + (kind === 'money' ? paise(one) : one), 0);
    sums[String(title)] = sum;
  });
  return { rows: rows.length, sums };
}

const fits: Readonly<Record<Kind, (cell: unknown) => boolean>> = {
  text: (cell) => typeof cell === 'string',
  instant: (cell) => cell instanceof Date,
  count: (cell) => Number.isInteger(cell),
  money: (cell) => typeof cell === 'number' && Math.abs(cell * 100 - paise(cell)) < 1e-6,
};

/** Cells that hold something else than their column is for. */
function misfits(sheet: string, [head = [], ...rows]: Table): string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell, at) => {
      const kind = kindOf(sheet, String(head[at]));
      return cell === null || fits[kind](cell) ? [] : [`${sheet}, ${String(head[at])}: ${typeof cell}`];
    }),
  );
}

/** A workbook, read by a library that knows nothing of the app. */
export async function readWorkbook(file: Buffer) {
  const sheets = await readExcelFile(file);
  const cells = (sheet: string, title: string): readonly unknown[] => {
    const [head = [], ...rows] = sheets.find((one) => one.sheet === sheet)?.data ?? [];
    return rows.map((row) => row[head.indexOf(title)]);
  };
  return {
    sums: Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, sumsOf(sheet, data)])) as BookSums,
    misfits: sheets.flatMap(({ sheet, data }) => misfits(sheet, data)),
    cells,
  };
}

const sumOf = <R>(rows: readonly R[], amountOf: (row: R) => number): number =>
  rows.reduce((sum, row) => sum + paise(amountOf(row)), 0);

function jobSheet(book: DayLedger, cars: readonly Car[]): SheetSums {
  const bill = sumOf(cars, (car) => car.bill);
  const waived = sumOf(cars, (car) => car.waived);
  const sums = {
    Estimated: bill,
    Billed: bill,
    Discount: waived,
    Received: sumOf(cars, (car) => book.received(car, 'waiting', 'confirmed')),
    Confirmed: sumOf(cars, (car) => book.received(car, 'confirmed')),
    Balance: sumOf(cars, (car) => book.balance(car)),
    Odometer: 0,
  };
  return { rows: cars.length, sums };
}

/** The same out of the book that was kept beside, but for the phones, of which it knows nothing. */
export function workbookOf(book: DayLedger): BookSums {
  const handOvers = book.moves.filter(({ to }) => to !== undefined);
  const people = book.everybody().map((person) => book.ofPerson(person));
  const counted = book.slips.filter(({ state }) => state === 'waiting' || state === 'confirmed');
  return {
    Jobs: jobSheet(book, book.cars),
    Payments: {
      rows: book.slips.length,
      sums: {
        Amount: sumOf(book.slips, ({ amount }) => amount),
        Counted: sumOf(counted, ({ amount }) => amount),
      },
    },
    Dues: jobSheet(book, book.dues()),
    'Hand-overs': {
      rows: handOvers.length,
      sums: {
        Amount: sumOf(handOvers, ({ amount }) => amount),
        Payments: handOvers.reduce((sum, { covers }) => sum + covers, 0),
      },
    },
    People: {
      rows: people.length,
      sums: {
        Jobs: people.reduce((sum, { jobs }) => sum + jobs, 0),
        Revenue: sumOf(people, ({ revenue }) => revenue),
        Received: sumOf(people, ({ received }) => received),
        'Cash in hand': sumOf(people, ({ cash }) => cash),
      },
    },
  };
}
