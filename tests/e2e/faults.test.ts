import { cp, rm } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { createWorkshop, owner, password } from './support/accounts.ts';
import { openPerson, phone, type Person } from './support/browser.ts';
import { clearDatabases, freeze, giveRoom, hasEngine, thaw } from './support/faults.ts';
import { openStoryJob, payCash, slip } from './support/job-steps.ts';
import { paymentsOnServer } from './support/payments-on-server.ts';
import { testServer, type TestServer } from './support/server.ts';
import { openBrowser, openVisitor } from './support/shared-browser.ts';

const waitMs = 15_000;
const megabyte = 1024 * 1024;
/** After 15 s of silence another tab takes over, and looks every 5 s. */
const takeOverMs = 40_000;

const sent = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'All sent' }).waitFor({ timeout: waitMs });

async function signIn(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /Sign in/ })
    .first()
    .click();
  await page.getByLabel('Email').fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor();
}

describe('the worst that browsers, disks and servers do', () => {
  let server: TestServer;
  let meera: Person;
  let path = '';
  let payments: () => Promise<readonly number[]>;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    payments = paymentsOnServer(server.url, owner.email, password);
    meera = await openPerson('faults', { viewport: phone, touch: true });
    await createWorkshop(meera.page, server.url, owner, 'Pro Auto Workshop');
    // From here on every screen is on the phone too.
    await meera.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await meera.page.reload();
    await meera.page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor();
    meera.console.expectNetworkErrors(true);
  });

  afterAll(async () => {
    await meera.close();
    await rm(`${server.dataDir}-copy`, { recursive: true, force: true });
    await server.dispose();
  });

  beforeEach(() => {
    onTestFailed(async () => {
      for (const page of meera.context.pages())
        process.stderr.write(`\n${page.url()}\n${await page.locator('body').ariaSnapshot()}\n`);
    });
  });

  it('two tabs save without signal and reconnect: each entry is there once', async () => {
    const { page, context } = meera;
    await openStoryJob(page);
    path = new URL(page.url()).pathname;
    await sent(page);
    const second = await context.newPage();
    meera.console.watch(second);
    await second.goto(server.url + path);
    await second.getByText('Still to collect').first().waitFor();
    await context.setOffline(true);
    // At the same moment, in the same form: neither takes up what the other is typing.
    await Promise.all([payCash(page, '111'), payCash(second, '222')]);
    await slip(page, '₹222').waitFor();
    await context.setOffline(false);
    await Promise.all([sent(page), sent(second)]);
    expect([...(await payments())].toSorted((a, b) => a - b)).toEqual([111, 222, 1000]);
    await second.close();
  });

  it('a server killed and put back to old files gets back what it had lost, while the phone goes on', async () => {
    const { page } = meera;
    await server.stop('SIGKILL');
    await cp(server.dataDir, `${server.dataDir}-copy`, { recursive: true });
    await server.start();
    await payCash(page, '333');
    await sent(page);
    await server.stop('SIGKILL');
    await rm(server.dataDir, { recursive: true });
    await cp(`${server.dataDir}-copy`, server.dataDir, { recursive: true });
    await server.start();
    await expect.poll(payments, { timeout: takeOverMs, interval: 500 }).toContain(333);
    expect((await payments()).filter((amount) => amount === 333)).toHaveLength(1);
    await slip(page, '₹333').waitFor();
  });

  it('a disk with less room than photos have to leave free takes money', async () => {
    const { page } = meera;
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const giveBack = await giveRoom(page, usage + 8 * megabyte);
    await payCash(page, '77');
    await slip(page, '₹77').waitFor();
    await sent(page);
    expect(await payments()).toContain(77);
    await giveBack();
  });

  it('a tab that the browser froze loses the engine to one that lives', async () => {
    const { page, context } = meera;
    const second = await context.newPage();
    meera.console.watch(second);
    await second.goto(server.url + path);
    await second.getByText('Still to collect').first().waitFor();
    expect([await hasEngine(page), await hasEngine(second)]).toEqual([true, false]);
    const frozen = await freeze(page);
    await payCash(second, '444');
    await expect.poll(payments, { timeout: takeOverMs, interval: 500 }).toContain(444);
    await thaw(frozen);
    await slip(page, '₹444').waitFor({ timeout: waitMs });
    await second.close();
    await payCash(page, '445');
    await sent(page);
  });

  it('a browser killed between save and send has what was saved, and sends it', async () => {
    await meera.context.setOffline(true);
    await payCash(meera.page, '555');
    await slip(meera.page, '₹555').waitFor();
    const page = await meera.killAndReopen({ offline: true });
    await page.goto(server.url + path).catch(() => undefined);
    await slip(page, '₹555').waitFor({ timeout: waitMs });
    await meera.context.setOffline(false);
    await sent(page);
    expect((await payments()).filter((amount) => amount === 555)).toHaveLength(1);
  });

  it('databases that the browser deleted are missed, and what had been sent comes back', async () => {
    const { page } = meera;
    await clearDatabases(page);
    await page.goto(server.url);
    await page.getByText('The browser has deleted what was on this phone').waitFor({ timeout: waitMs });
    const browser: Browser = await openBrowser();
    const fresh = await openVisitor(browser, 'elsewhere');
    await fresh.page.goto(server.url);
    await signIn(fresh.page);
    await fresh.page.goto(server.url + path);
    await slip(fresh.page, '₹555').waitFor({ timeout: waitMs });
    expect(fresh.console.problems()).toEqual([]);
    await browser.close();
  });

  it('printed nothing to the console that was not about the missing network', () => {
    expect(meera.console.problems()).toEqual([]);
  });
});
