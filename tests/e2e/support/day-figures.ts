import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import type { DayFigures } from './day-ledger.ts';
import { password } from './accounts.ts';

/** An amount as a screen writes it, in rupees; a dash is none. */
function rupees(text: string): number {
  const digits = text.replaceAll(/[^\d.−-]/g, '').replace('−', '-');
  return digits === '' || digits === '-' ? 0 : Number(digits);
}

/** Each reload begins the sync anew, and a screen is to change by itself. */
async function stay(page: Page, address: string): Promise<void> {
  if (page.url() !== address) await page.goto(address);
}

export async function cashOnPhone(page: Page, url: string): Promise<string> {
  await stay(page, `${url}/money`);
  await page.getByText('Cash with you').waitFor();
  return /Cash with you\s*(\S+)/.exec(await page.locator('main').innerText())?.[1] ?? '';
}

const cellsOf = async (page: Page, table: string): Promise<string[][]> => {
  const rows = page.getByRole('table', { name: table }).getByRole('row');
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText)),
  );
};

/** The owner's ledger of the day: by method what is confirmed, waiting and rejected; by person the cash. */
export async function dayBookRows(page: Page, url: string): Promise<Record<string, unknown>> {
  await stay(page, `${url}/day-book`);
  const [head = [], ...rows] = await cellsOf(page, 'Money taken today');
  const at = (name: RegExp): number => head.findIndex((cell) => name.test(cell));
  const columns = [/Confirmed/, /Waiting/, /Rejected/].map((name) => at(name));
  const methods = ['Cash', 'UPI', 'Card'].map((method) => {
    const row = rows.find(([name]) => name?.trim() === method) ?? [];
    return [method, columns.map((column) => rupees(row[column] ?? ''))];
  });
  const people = (await cellsOf(page, 'Cash with people')).slice(1);
  const cash = people.map(([name = '', held = '']) => [name.split('\n')[0], rupees(held)]);
  return { ...Object.fromEntries(methods), cash: Object.fromEntries(cash) };
}

/** The lines of figures below the day book; of all days, so that nothing is left out. */
export async function figuresOnScreen(page: Page): Promise<DayFigures> {
  const line = async (name: string): Promise<string> => {
    const lines = page.locator('dl').filter({ has: page.getByText(name, { exact: true }) });
    return lines.locator('dd').innerText();
  };
  await page.getByText('Outstanding credits', { exact: true }).waitFor();
  const how = await page.getByText(/of it is confirmed/).textContent();
  return {
    totalJobs: Number(await line('Jobs')),
    totalRevenue: rupees(await line('Revenue')),
    totalCollected: rupees(await line('Collected')),
    totalConfirmed: rupees(/(₹[\d,.]+) of it is confirmed/.exec(how ?? '')?.[1] ?? ''),
    outstandingCredits: rupees(await line('Outstanding credits')),
    averageJobValue: rupees(await line('Average job value')),
  };
}

// Once for each server: signing in again and again is what a guesser does.
const tokens = new Map<string, Promise<string>>();

function tokenOf(url: string, email: string): Promise<string> {
  const known = tokens.get(url);
  if (known !== undefined) return known;
  const headers = { 'content-type': 'application/json', 'x-token-transport': 'body' };
  const body = JSON.stringify({ email, password });
  const token = fetch(`${url}/api/auth/login`, { method: 'POST', headers, body })
    .then((answer) => answer.json() as Promise<{ accessToken: string }>)
    .then(({ accessToken }) => accessToken);
  tokens.set(url, token);
  return token;
}

/** The same from the server, to an owner who sits at no phone; whole rupees. */
export async function figuresOnServer(url: string, email: string): Promise<DayFigures> {
  const accessToken = await tokenOf(url, email);
  const answer = await fetch(`${url}/api/analytics/dashboard`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  const all = (await answer.json()) as DayFigures;
  const { totalJobs, totalRevenue, totalCollected, totalConfirmed, outstandingCredits, averageJobValue } =
    all;
  return {
    totalJobs,
    totalRevenue: totalRevenue / 100,
    totalCollected: totalCollected / 100,
    totalConfirmed: totalConfirmed / 100,
    outstandingCredits: outstandingCredits / 100,
    averageJobValue: averageJobValue / 100,
  };
}

/** What the columns of the exported workbook sum up to, read by a library that knows nothing of the app. */
export async function sumsOfWorkbook(
  url: string,
  email: string,
): Promise<{ readonly jobs: number; readonly received: number }> {
  const headers = { authorization: `Bearer ${await tokenOf(url, email)}` };
  const answer = await fetch(`${url}/api/analytics/export`, { headers });
  const sheets = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
  const column = (name: string, title: string): readonly number[] => {
    const [head = [], ...rows] = sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const at = head.indexOf(title);
    if (at < 0) throw new Error(`no column ${title} in ${name}`);
    return rows.map((row) => Number(row[at]));
  };
  const received = column('Payments', 'Counted').reduce((sum, amount) => sum + amount, 0);
  return { jobs: column('Jobs', 'Received').length, received };
}
