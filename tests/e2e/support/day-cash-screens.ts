import type { Page } from 'playwright-core';
import type { DayLedger } from './day-ledger.ts';
import { rowsOf, rupees, sorted, stay } from './day-tables.ts';

/** The cash that a manager reads on the own phone. */
export async function cashOnPhone(page: Page, url: string): Promise<string> {
  await stay(page, `${url}/money`);
  await page.getByText('Cash with you').waitFor();
  return /Cash with you\s*(\S+)/.exec(await page.locator('main').innerText())?.[1] ?? '';
}

/** Below it nothing has been counted yet, so what a line leaves in the hand follows from the line before. */
interface Statement {
  readonly inHand: number;
  readonly changes: readonly number[];
  /** Whether each line adds up to what stands behind it. */
  readonly addsUp: boolean;
}

const notCounted = /Rejected|Waiting|Cancelled/;

/** A cash statement of the day, line by line. */
export async function statementOnScreen(page: Page, address: string): Promise<Statement> {
  await stay(page, address);
  await page.getByText('In the hand now').waitFor();
  const inHand = rupees(/In the hand now\s*(\S+)/.exec(await page.locator('main').innerText())?.[1]);
  const all = await page
    .locator('main table tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
    );
  const lines = all.filter((row) => row.length === 3 && !notCounted.test(row[0] ?? ''));
  const balances = lines.map((row) => rupees(row[2]));
  const changes = lines.map((row) => rupees(row[1]));
  const addsUp =
    (balances[0] ?? 0) === inHand &&
    changes.every((change, at) => balances[at] === (balances[at + 1] ?? 0) + change);
  return { inHand, changes: changes.toSorted((a, b) => a - b), addsUp };
}

export const statementOf = (book: DayLedger, person: string): Statement => ({
  inHand: book.cash(person),
  changes: book.cashMoves(person).toSorted((a, b) => a - b),
  addsUp: true,
});

/** The people under Team, those who left too: the cash with each of them and the open jobs at their desk. */
export async function teamOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/team`);
  const people = page.locator('main li button').filter({ hasText: /(Owner|Manager) ·/ });
  await people.first().waitFor();
  const said = await people.allInnerTexts();
  return sorted(
    said.map((text) => [
      (text.split('\n')[0] ?? '').replace(/ · You$/i, ''),
      rupees(/^−?₹[\d,.]+$/m.exec(text)?.[0]),
      rupees(/(₹[\d,.]+) handed over, waiting/.exec(text)?.[1]),
      Number(/(\d+) open job/.exec(text)?.[1] ?? 0),
    ]),
  );
}

export const teamOf = (book: DayLedger): unknown =>
  sorted(
    book
      .everybody()
      .map((person) => [
        person,
        book.cash(person),
        book.onTheWay(person),
        book.cars.filter(({ desk, status }) => desk === person && status !== 'delivered').length,
      ]),
  );

/** What waits for the owner, payment by payment. */
export async function waitingOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/payments`);
  const table = page.getByRole('table', { name: 'Payments' });
  await table.or(page.getByText('Nothing waits for you')).first().waitFor();
  if ((await table.count()) === 0) return [];
  const rows = await rowsOf(table);
  return sorted(rows.map((row) => [row['Taken by'] ?? '', row['How'] ?? '', rupees(row['Amount'])]));
}

export const waitingOf = (book: DayLedger): unknown =>
  sorted(
    book.slips
      .filter(({ state }) => state === 'waiting')
      .map(({ by, method, amount }) => [by, amount < 0 ? `Refund, ${method.toLowerCase()}` : method, amount]),
  );

/** Customers who owe for finished work, and what they owe together. */
export async function owingOnScreen(page: Page, url: string): Promise<unknown> {
  await stay(page, `${url}/customers?owing`);
  const total = page.getByText(/customers? owes?$/);
  await total.or(page.getByText('Nobody owes anything')).first().waitFor();
  if ((await total.count()) === 0) return { total: 0, customers: [] };
  const customers = await page.getByRole('list', { name: 'Owe money' }).getByRole('link').allInnerTexts();
  const line = page.locator('dl[aria-label="Money"] dd').first();
  return {
    total: rupees(await line.innerText()),
    customers: sorted(
      customers.map((text) => [text.split('\n')[0] ?? '', rupees(/₹[\d,.]+/.exec(text)?.[0])]),
    ),
  };
}

export function owingOf(book: DayLedger): unknown {
  const owed = new Map<string, number>();
  for (const car of book.dues()) owed.set(car.customer, (owed.get(car.customer) ?? 0) + book.balance(car));
  return {
    total: [...owed.values()].reduce((sum, amount) => sum + amount, 0),
    customers: sorted([...owed]),
  };
}
