import type { Locator, Page } from 'playwright-core';

/** An amount as a screen writes it, in rupees; a dash or nothing is none. */
export function rupees(text = ''): number {
  const digits = text.replaceAll(/[^\d.−-]/g, '').replace('−', '-');
  return digits === '' || digits === '-' ? 0 : Number(digits);
}

// Text, not a function: what compiles these files wraps functions in something no page knows.
const goTo = (path: string): string =>
  `history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'));`;

/** As a link leads there: a reload would begin the sync anew, and a screen is to change by itself. */
export async function stay(page: Page, address: string): Promise<void> {
  if (page.url() === address) return;
  const { origin, pathname, search } = new URL(address);
  if (new URL(page.url()).origin === origin) await page.evaluate(goTo(pathname + search));
  else await page.goto(address);
}

/** A row of a table by the words above its columns. */
export type TableRow = Readonly<Record<string, string>>;

/** A table as it stands on the screen. */
export async function rowsOf(table: Locator): Promise<TableRow[]> {
  await table.waitFor();
  const cells = await table
    .locator('tr:not([aria-hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
  const [head = [], ...rows] = cells;
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [head[at] ?? '', cell])));
}

/** A ledger of lines that end in a sum: what stands behind each word. */
export async function linesOf(page: Page, label: string): Promise<Record<string, number>> {
  const lines = page.locator(`dl[aria-label="${label}"] > div`);
  await lines.first().waitFor();
  const pairs = await lines.evaluateAll((all) =>
    all.map((line) => [
      line.querySelector('dt')?.textContent ?? '',
      line.querySelector('dd')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(pairs.map(([word = '', amount]) => [word, rupees(amount)]));
}

/** In no order: screens put their rows as they like. */
export const sorted = (rows: readonly (readonly (string | number)[])[]): string[] =>
  rows.map((row) => row.join(' | ')).toSorted();
