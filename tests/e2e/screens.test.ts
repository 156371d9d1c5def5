import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, owner } from './support/accounts.ts';
import { faults } from './support/axe.ts';
import { desk, phone } from './support/browser.ts';
import { addUpiAddress, openStoryJob } from './support/job-steps.ts';
import { leavingStops } from './support/leaving-stops.ts';
import { testServer, type TestServer } from './support/server.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';
import { busyStops } from './support/busy-stops.ts';
import { companyStops } from './support/company-stops.ts';
import { doorStops } from './support/door-stops.ts';
import { managerStops } from './support/manager-stops.ts';
import { newOwnerStops } from './support/new-owner-stops.ts';
import { openDemo } from './support/open-demo.ts';
import type { Stop } from './support/stop.ts';

const narrow = { width: 320, height: 616 };

describe('every screen on phone and desk, by day and by night', () => {
  let server: TestServer;
  let browser: Browser;
  let guest: Visitor;
  let busy: Visitor;
  let beginner: Visitor;
  let manager: Visitor;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    guest = await openVisitor(browser, 'guest');
    busy = await openVisitor(browser, 'demo');
    beginner = await openVisitor(browser, 'owner');
    await openDemo(busy.page, server.url);
    await createWorkshop(beginner.page, server.url, owner, 'Pro Auto Workshop');
    await addUpiAddress(beginner.page, server.url, 'proauto@okbank');
    await openStoryJob(beginner.page);
    manager = await openVisitor(browser, 'manager');
    await joinWorkshop(manager.page, server.url, imran, await inviteCode(beginner.page, server.url));
    await openStoryJob(manager.page);
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  async function look({ page }: Visitor, stop: Stop): Promise<void> {
    await page.setViewportSize(phone);
    await stop.open(page, server.url);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize(desk);
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize(narrow);
    // A screen that is another one on a phone is drawn anew a moment later.
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), {
        message: 'the width it needs on a small phone',
        timeout: 3000,
      })
      .toBeLessThanOrEqual(narrow.width);
  }

  it.each(doorStops)('$name', async (stop) => look(guest, stop));
  it.each(busyStops)('$name', async (stop) => look(busy, stop));
  it.each(newOwnerStops)('$name', async (stop) => look(beginner, stop));

  it.each(managerStops)('$name', async (stop) => look(manager, stop));

  it.each(companyStops)('$name', async (stop) => {
    // A server that fails on purpose makes the browser say so.
    beginner.console.expectNetworkErrors(true);
    await look(beginner, stop);
  });

  it('what a manager sees who has to leave', async () => {
    manager.console.expectNetworkErrors(true);
    for (const stop of leavingStops(beginner.page, imran.name)) await look(manager, stop);
  });

  it('printed nothing to the console', () => {
    expect([guest, busy, beginner, manager].flatMap((visitor) => visitor.console.problems())).toEqual([]);
  });
});
