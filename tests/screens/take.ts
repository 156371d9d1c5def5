// Pictures of every screen at three sizes in both themes: `npm run screens -w tests [-- name…]`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createWorkshop, imran, inviteCode, joinWorkshop } from '../e2e/support/accounts.ts';
import { desk, phone, tablet } from '../e2e/support/browser.ts';
import { addUpiAddress, openStoryJob, payTooMuch } from '../e2e/support/job-steps.ts';
import { leavingStops } from '../e2e/support/leaving-stops.ts';
import { projectRoot } from '../e2e/support/project-root.ts';
import { testServer } from '../e2e/support/server.ts';
import { openBrowser, openVisitor } from '../e2e/support/shared-browser.ts';
import { busyStops } from '../e2e/support/busy-stops.ts';
import { companyStops } from '../e2e/support/company-stops.ts';
import { doorStops } from '../e2e/support/door-stops.ts';
import { managerStops } from '../e2e/support/manager-stops.ts';
import { newOwnerStops } from '../e2e/support/new-owner-stops.ts';
import { openDemo } from '../e2e/support/open-demo.ts';
import type { Stop } from '../e2e/support/stop.ts';

const folder = join(projectRoot, 'tests/screenshots');
const sizes = { narrow: { width: 320, height: 616 }, phone, tablet, desk };
const asked = process.argv.slice(2);
const longNamed = {
  name: 'Lakshminarayanan Venkatasubramanian',
  email: 'long@example.com',
  phone: '98220 55555',
};

async function take(page: Page, url: string, stops: readonly Stop[]): Promise<void> {
  for (const stop of stops.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
    await page.setViewportSize(phone);
    await page.emulateMedia({ colorScheme: 'light' });
    try {
      await stop.open(page, url);
    } catch (error) {
      process.stdout.write(`${stop.name}: ${String(error).split('\n')[0] ?? ''}\n`);
    }
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      for (const colorScheme of ['light', 'dark'] as const) {
        if (size === 'narrow' && colorScheme === 'dark') continue;
        await page.emulateMedia({ colorScheme });
        await page.waitForTimeout(120);
        await page.screenshot({
          path: join(folder, `${stop.name}-${size}-${colorScheme}.png`),
          fullPage: true,
        });
      }
    }
  }
}

mkdirSync(folder, { recursive: true });
const server = await testServer();
await server.start();
const browser = await openBrowser();
const demo = await openVisitor(browser, 'demo');
await take(demo.page, server.url, doorStops);
await openDemo(demo.page, server.url);
await take(demo.page, server.url, busyStops);
const owner = await openVisitor(browser, 'owner');
await createWorkshop(owner.page, server.url, longNamed, 'Sri Venkateshwara Motors & Multi-brand Service');
await addUpiAddress(owner.page, server.url, 'proauto@okbank');
await openStoryJob(owner.page);
await payTooMuch(owner.page, '1234567');
await take(owner.page, server.url, newOwnerStops);
const manager = await openVisitor(browser, 'manager');
await joinWorkshop(manager.page, server.url, imran, await inviteCode(owner.page, server.url));
await openStoryJob(manager.page);
await take(manager.page, server.url, managerStops);
await take(owner.page, server.url, companyStops);
await owner.page.setViewportSize(phone);
await take(manager.page, server.url, leavingStops(owner.page, imran.name));
await browser.close();
await server.dispose();
