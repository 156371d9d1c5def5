import type { Page } from 'playwright-core';
import type { DayLedger, Method } from './day-ledger.ts';
import { rowsOf, rupees, sorted, stay, type TableRow } from './day-tables.ts';

const states = { confirmed: 'Confirmed', waiting: 'Waiting for you', rejected: 'Rejected' } as const;
const methods: readonly Method[] = ['Cash', 'UPI', 'Card'];
const words = {
  pending: 'Not started',
  in_progress: 'In work',
  completed: 'Ready to deliver',
  delivered: 'Delivered',
} as const;

const moneyOf = (row: TableRow | undefined): number[] => [
  ...Object.values(states).map((word) => rupees(row?.[word])),
  rupees(row?.['Same UTR twice']),
];

/** The day book as it stands there: money by method and state, cash by person, and all figures below. */
export async function dayBookOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/day-book`);
  await page.getByText('Outstanding credits', { exact: true }).waitFor();
  const money = await rowsOf(page.getByRole('table', { name: 'Money taken today' }));
  const people = await rowsOf(page.getByRole('table', { name: 'Cash with people' }));
  const line = async (name: string): Promise<string> => {
    const lines = page.locator('dl').filter({ has: page.getByText(name, { exact: true }) });
    return lines.locator('dd').innerText();
  };
  const how = await page.getByText(/of it is confirmed/).textContent();
  return {
    money: [...methods, 'All'].map((method) => moneyOf(money.find((row) => row['Method'] === method))),
    cash: sorted(
      people.map((row) => [
        row['Person']?.split('\n')[0] ?? '',
        rupees(row['Holds now']),
        rupees(row['Handed over, waiting']),
      ]),
    ),
    figures: {
      totalJobs: Number(await line('Jobs')),
      totalRevenue: rupees(await line('Revenue')),
      totalCollected: rupees(await line('Collected')),
      totalConfirmed: rupees(/(₹[\d,.]+) of it is confirmed/.exec(how ?? '')?.[1]),
      outstandingCredits: rupees(await line('Outstanding credits')),
      averageJobValue: rupees(await line('Average job value')),
    },
    compared: await compared(page),
    standing: await standing(page),
  };
}

/** Everybody beside each other, from the table that is folded up under the bars. */
async function compared(page: Page): Promise<unknown> {
  const table = page
    .locator('details table')
    .filter({ has: page.locator('caption', { hasText: 'People compared' }) });
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  return sorted(
    rows.map(([name, jobs, ...amounts]) => [
      name ?? '',
      Number(jobs),
      ...amounts.map((amount) => rupees(amount ?? '')),
    ]),
  );
}

/** How many jobs stand where. */
async function standing(page: Page): Promise<unknown> {
  const parts = await page
    .getByRole('list', { name: 'Where the jobs stand' })
    .getByRole('listitem')
    .allInnerTexts();
  return parts.map((part) => part.split('\n').join(' ')).toSorted();
}

/** The same out of the book that was kept beside. */
export function dayBookOf(book: DayLedger): unknown {
  const moneyIn = (method: Method | undefined): number[] =>
    (['confirmed', 'waiting', 'rejected', 'clash'] as const).map((state) => book.money(method, state));
  const everybody = book.everybody();
  const statuses = [...new Set(book.cars.map(({ status }) => status))];
  return {
    money: [...methods.map(moneyIn), moneyIn(undefined)],
    cash: sorted(
      everybody
        .filter((person) => book.people.includes(person) || book.cash(person) !== 0)
        .map((person) => [person, book.cash(person), book.onTheWay(person)]),
    ),
    figures: book.figures(),
    compared: sorted(
      everybody
        .map((person) => [person, book.ofPerson(person)] as const)
        .filter(([, { jobs, received, cash }]) => jobs !== 0 || received !== 0 || cash !== 0)
        .map(([person, { jobs, revenue, received, cash }]) => [person, jobs, revenue, received, cash]),
    ),
    standing: statuses
      .map((status) => `${words[status]} ${book.cars.filter((car) => car.status === status).length}`)
      .toSorted(),
  };
}
