import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, owner } from './support/accounts.ts';
import { hasWorker } from './support/has-worker.ts';
import { openStoryJob } from './support/job-steps.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';
import { testServer, type TestServer } from './support/server.ts';

/** As if another window lay over it. */
const cover = (page: Page): Promise<void> =>
  page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    document.dispatchEvent(new Event('visibilitychange'));
  });

const notified = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return ((await registration?.getNotifications()) ?? []).map(({ body }) => body);
  });

describe('a new waiting payment', () => {
  let server: TestServer;
  let browser: Browser;
  let boss: Visitor;
  let manager: Visitor;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    boss = await openVisitor(browser, 'owner');
    manager = await openVisitor(browser, 'manager');
    await boss.context.grantPermissions(['notifications'], { origin: server.url });
    await createWorkshop(boss.page, server.url, owner, 'Joshi Motors');
    await joinWorkshop(manager.page, server.url, imran, await inviteCode(boss.page, server.url));
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  it('is read aloud, and notified while nobody looks at the app', async () => {
    const { page } = boss;
    await hasWorker(page);
    await page.goto(`${server.url}/more`);
    await page.getByRole('button', { name: 'Notify me' }).click();
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await cover(page);
    // With an advance of ₹1,000.
    await openStoryJob(manager.page);
    const words = '₹1,000 cash from Imran Shaikh for MH 12 AB 1234';
    await expect.poll(() => notified(page), { timeout: 30_000 }).toEqual([words]);
    expect(await page.getByRole('status', { name: 'New payments' }).textContent()).toBe(words);
  });
});
