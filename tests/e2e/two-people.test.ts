import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createWorkshop,
  imran,
  inviteCode,
  joinWorkshop,
  lakshmi,
  owner,
  password,
} from './support/accounts.ts';
import { hasWorker } from './support/has-worker.ts';
import { openStoryJob } from './support/job-steps.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';
import { testServer, type TestServer } from './support/server.ts';

/** Two managers, one phone in the pit, and no signal there. */
describe('two people who share a phone', () => {
  let server: TestServer;
  let browser: Browser;
  let boss: Visitor;
  let shared: Visitor;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    boss = await openVisitor(browser, 'owner');
    shared = await openVisitor(browser, 'shared phone');
    await createWorkshop(boss.page, server.url, owner, 'Joshi Motors');
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  it('come onto it one after the other', async () => {
    const { page } = shared;
    await joinWorkshop(page, server.url, imran, await inviteCode(boss.page, server.url));
    await hasWorker(page);
    await changePerson(page);
    await joinWorkshop(page, server.url, lakshmi, await inviteCode(boss.page, server.url));
    await page.getByRole('button', { name: 'All sent' }).first().waitFor();
  });

  it('both work without signal, and neither sees what the other wrote', async () => {
    const { page, context } = shared;
    shared.console.expectNetworkErrors(true);
    await context.setOffline(true);
    expect(await openStoryJob(page)).toBe('A3-0001');
    await changePerson(page);
    await enter(page, imran.name);
    await page.getByRole('link', { name: 'Jobs' }).first().click();
    await page.getByText(/Type a plate to start/).waitFor();
    expect(await cars(page).count()).toBe(0);
    expect(await openStoryJob(page)).toBe('A2-0001');
    await changePerson(page);
    for (const { name } of [imran, lakshmi])
      await page.getByRole('link', { name: new RegExp(`${name}.*1 not sent`) }).waitFor();
  });

  it('let nobody in with a wrong password, also without signal', async () => {
    const { page } = shared;
    await page.getByRole('link', { name: new RegExp(imran.name) }).click();
    await page.getByLabel('Password', { exact: true }).fill('a guess');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
  });

  it('have both their work on the server once there is signal, whoever is in front of the phone', async () => {
    const { page, context } = shared;
    await context.setOffline(false);
    await expect.poll(() => page.getByText(/not sent/).count(), { timeout: 60_000 }).toBe(0);
    await boss.page.goto(`${server.url}/jobs`);
    await expect.poll(() => cars(boss.page).count(), { timeout: 30_000 }).toBe(2);
    await enter(page, lakshmi.name);
    await page.getByRole('link', { name: 'Jobs' }).first().click();
    await cars(page).first().waitFor();
    await expect.poll(() => cars(page).count()).toBe(1);
    for (const one of [boss, shared]) expect(one.console.problems()).toEqual([]);
  });
});

/** The cars of a list, by who brought them. */
const cars = (page: Page) => page.getByRole('link', { name: /Raj Kumar/ });

async function changePerson(page: Page): Promise<void> {
  // A job hides the bar; and without signal an address has to open too.
  await page.goto(new URL('/more', page.url()).href);
  await page.getByRole('button', { name: 'Change person' }).click();
  await page.getByRole('heading', { name: 'On this phone' }).waitFor();
}

async function enter(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
}
