import type { Page } from 'playwright-core';
import type { DayLedger } from './day-ledger.ts';
import { linesOf, rowsOf, rupees, sorted, stay } from './day-tables.ts';

/** All jobs as the desk's table has them. */
export async function jobsOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/jobs`);
  const all = page
    .getByRole('navigation', { name: 'Views' })
    .getByRole('button', { name: 'All', exact: true });
  await all.click();
  const rows = await rowsOf(page.getByRole('table', { name: 'Jobs' }));
  return sorted(
    rows.map((row) => [
      (row['Plate'] ?? '').replaceAll(/\s/g, ''),
      row['Customer'] ?? '',
      rupees(row['Bill']),
      rupees(row['To collect']),
    ]),
  );
}

export const jobsOf = (book: DayLedger): unknown =>
  sorted(book.cars.map((car) => [car.plate, car.customer, car.bill, book.balance(car)]));

/** The bill of one job, line by line; nothing is written where there is nothing. */
export async function billOnScreen(page: Page, address: string): Promise<Record<string, number>> {
  await stay(page, address);
  const lines = await linesOf(page, 'Bill and money');
  return Object.fromEntries(Object.entries(lines).filter(([, amount]) => amount !== 0));
}
