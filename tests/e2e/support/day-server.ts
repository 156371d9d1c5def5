import { password } from './accounts.ts';
import type { DayFigures } from './day-ledger.ts';

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

async function asked(url: string, email: string): Promise<Response> {
  const answer = await fetch(url, {
    headers: { authorization: `Bearer ${await tokenOf(new URL(url).origin, email)}` },
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}

/** The figures from the server, to an owner who sits at no phone; whole rupees. */
export async function figuresOnServer(url: string, email: string): Promise<DayFigures> {
  const all = (await (await asked(`${url}/api/analytics/dashboard`, email)).json()) as DayFigures;
  return {
    totalJobs: all.totalJobs,
    totalRevenue: all.totalRevenue / 100,
    totalCollected: all.totalCollected / 100,
    totalConfirmed: all.totalConfirmed / 100,
    outstandingCredits: all.outstandingCredits / 100,
    averageJobValue: all.averageJobValue / 100,
  };
}

/** The workbook of everything, as the server streams it. */
export async function workbookOnServer(url: string, email: string): Promise<Buffer> {
  return Buffer.from(await (await asked(`${url}/api/analytics/export`, email)).arrayBuffer());
}
