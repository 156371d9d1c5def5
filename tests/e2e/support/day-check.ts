import { expect } from 'vitest';
import { owner } from './accounts.ts';
import { dayBookOf, dayBookOnScreen } from './day-book-screens.ts';
import {
  cashOnPhone,
  owingOf,
  owingOnScreen,
  statementOf,
  statementOnScreen,
  teamOf,
  teamOnScreen,
  waitingOf,
  waitingOnScreen,
} from './day-cash-screens.ts';
import { dailyBookOf, dailyBookOnScreen } from './day-daily-book.ts';
import type { DayLedger } from './day-ledger.ts';
import { reportNames, reportOf, reportOnScreen } from './day-reports.ts';
import { figuresOnServer } from './day-server.ts';
import type { Actor, DayStage } from './day-stage.ts';
import { rupeesOf } from './day-steps.ts';
import { jobsOf, jobsOnScreen } from './day-job-screens.ts';

/** Compares every figure that people see now with the book that was kept beside; who left sees none. */
export function dayChecks(stage: DayStage, book: DayLedger, waitMs: number) {
  const { url } = stage.server;
  const same = (read: () => Promise<unknown>, expected: unknown): Promise<void> =>
    expect.poll(read, { timeout: waitMs }).toEqual(expected);
  const statements = new Map<string, string>();

  const phones = (): Actor[] => [stage.imran, stage.lakshmi].filter(({ name }) => book.people.includes(name));

  /** What changes most, after each step: cash on the phones, the owner's day book, the server. */
  async function figures(): Promise<void> {
    for (const { name, page } of phones())
      await same(() => cashOnPhone(page, url), rupeesOf(book.cash(name)));
    const { page } = stage.meera;
    await same(() => dayBookOnScreen(page, url), dayBookOf(book));
    await same(() => figuresOnServer(url, owner.email), book.figures());
  }

  async function statementPath(name: string): Promise<string> {
    const { page } = stage.meera;
    if (name === owner.name) return '/money/statement';
    await page.goto(`${url}/team`);
    await page.getByRole('button', { name: new RegExp(name) }).click();
    return (await page.getByRole('link', { name: 'Cash statement' }).getAttribute('href')) ?? '';
  }

  async function ofOwner(): Promise<void> {
    const { page } = stage.meera;
    await same(() => dailyBookOnScreen(page, url), dailyBookOf(book));
    for (const name of reportNames) await same(() => reportOnScreen(page, url, name), reportOf(book, name));
    await same(() => teamOnScreen(page, url), teamOf(book));
    await same(() => waitingOnScreen(page, url), waitingOf(book));
    await same(() => owingOnScreen(page, url), owingOf(book));
    await same(() => jobsOnScreen(page, url), jobsOf(book));
    for (const name of book.people) {
      const path = statements.get(name) ?? (await statementPath(name));
      statements.set(name, path);
      await same(() => statementOnScreen(page, url + path), statementOf(book, name));
    }
  }

  /** Of their own money and their own desk. */
  async function ofManagers(): Promise<void> {
    for (const { name, page } of phones()) {
      await same(() => statementOnScreen(page, `${url}/money/statement`), statementOf(book, name));
      for (const report of reportNames)
        await same(() => reportOnScreen(page, url, report), reportOf(book, report, name));
    }
  }

  /** Every screen with a figure on it. */
  async function screens(): Promise<void> {
    await figures();
    await ofOwner();
    await ofManagers();
  }

  return { figures, screens };
}
