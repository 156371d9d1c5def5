import type { Page } from 'playwright-core';
import type { DayLedger } from './day-ledger.ts';
import { reportCells, reportOf } from './day-reports.ts';
import { rowsOf, rupees, sorted, stay } from './day-tables.ts';

const parts = { Payments: 'payments', 'Cars taken in': 'jobs', 'Hand-overs': 'hand_overs' } as const;
const states = ['Confirmed', 'Waiting', 'Rejected', 'UTR used twice'] as const;

/** The daily book as it is printed: money by method, each payment, each car, each hand-over, the cash of everybody. */
export async function dailyBookOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/reports`);
  await page.getByRole('heading', { name: /^Daily book, / }).waitFor();
  const money = await rowsOf(page.getByRole('table', { name: 'Money' }));
  const tables: Record<string, readonly string[]> = {};
  for (const [title, name] of Object.entries(parts)) {
    const table = page.getByRole('region', { name: title, exact: true }).getByRole('table');
    const rows = (await table.count()) === 0 ? [] : await rowsOf(table);
    tables[title] = sorted(rows.map((row) => reportCells[name].cells(row)));
  }
  const cash = page.getByRole('table', { name: 'Cash in hand now' });
  const held = (await cash.count()) === 0 ? [] : await rowsOf(cash);
  return {
    money: ['Cash', 'UPI', 'Card', 'Totals'].map((method) =>
      states.map((state) => rupees(money.find((row) => row['Method'] === method)?.[state])),
    ),
    ...tables,
    cash: sorted(held.map((row) => [row['Name'] ?? '', rupees(row['Cash in hand'])])),
  };
}

export function dailyBookOf(book: DayLedger): unknown {
  return {
    money: (['Cash', 'UPI', 'Card', undefined] as const).map((method) =>
      (['confirmed', 'waiting', 'rejected', 'clash'] as const).map((state) => book.money(method, state)),
    ),
    ...Object.fromEntries(Object.entries(parts).map(([title, name]) => [title, reportOf(book, name).rows])),
    cash: sorted(
      book
        .everybody()
        .filter((person) => book.cash(person) !== 0)
        .map((person) => [person, book.cash(person)]),
    ),
  };
}
