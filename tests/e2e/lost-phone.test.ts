import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, owner, password } from './support/accounts.ts';
import { faults } from './support/axe.ts';
import { hasWorker } from './support/has-worker.ts';
import { openStoryJob, payCash } from './support/job-steps.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';
import { testServer, type TestServer } from './support/server.ts';

/** A phone that is lost with work on it, found again, and the copy that its person exported. */
describe('a lost phone', () => {
  let server: TestServer;
  let browser: Browser;
  let boss: Visitor;
  let lost: Visitor;
  const folder = mkdtempSync(join(tmpdir(), 'revops-copy-'));
  const copy = join(folder, 'copy.json');

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    boss = await openVisitor(browser, 'owner');
    lost = await openVisitor(browser, 'lost phone');
    await createWorkshop(boss.page, server.url, owner, 'Joshi Motors');
    await joinWorkshop(lost.page, server.url, imran, await inviteCode(boss.page, server.url));
    await hasWorker(lost.page);
    await openStoryJob(lost.page);
    await lost.page.getByRole('button', { name: 'All sent' }).first().waitFor();
    lost.console.expectNetworkErrors(true);
    await lost.context.setOffline(true);
    await payCash(lost.page, '500');
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is signed out for good by the owner, who is asked twice and told what is known', async () => {
    const { page } = boss;
    await page.goto(`${server.url}/more/devices`);
    await page.getByRole('button', { name: /A2.*Imran/ }).click();
    const sheet = page.getByRole('dialog', { name: /A2/ });
    await sheet.getByText('Written on it').waitFor();
    expect(await faults(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Sign out for good' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/Last heard .* whatever was written on it since is only there/).waitFor();
    await question.getByRole('button', { name: 'Sign out for good' }).click();
    await sheet.getByText(/Signed out for good/).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Closed' }).waitFor();
  });

  it('shows nothing of the workshop any more, says why, and gives a copy of its work', async () => {
    const { page, context } = lost;
    await context.setOffline(false);
    await page.getByRole('heading', { name: 'This phone was signed out' }).waitFor();
    await page.getByText(/Only on this phone: 1 entry \(₹500\)/).waitFor();
    expect(await page.getByText('MH').count()).toBe(0);
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: 'This phone was signed out' }).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export a copy' }).click();
    await (await download).saveAs(copy);
  });

  it('has its copy brought in by the owner, once', async () => {
    const { page } = boss;
    await bringIn(page, server.url, copy);
    expect(await faults(page)).toEqual([]);
    await page.getByText('₹500').waitFor();
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText(/^Done\. Nothing counts twice/).waitFor();
    await page.goto(`${server.url}/payments`);
    await page.getByText('₹500').first().waitFor();
    await bringIn(page, server.url, copy);
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('All of it was here already.').waitFor();
  });

  it('is another phone after its person signed in again, and what it had not sent counts once', async () => {
    const { page } = lost;
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    await page.getByRole('button', { name: 'All sent' }).first().waitFor();
    await page.goto(`${server.url}/more`);
    await page.getByText('A3', { exact: true }).waitFor();
    await boss.page.goto(`${server.url}/payments`);
    await expect.poll(() => boss.page.getByText('₹500').count(), { timeout: 15_000 }).toBeGreaterThan(0);
    for (const one of [boss, lost]) expect(one.console.problems()).toEqual([]);
  });
});

async function bringIn(page: Page, url: string, copy: string): Promise<void> {
  await page.goto(`${url}/more/devices`);
  await page.getByRole('link', { name: 'Bring in a copy of a phone' }).click();
  await page.getByLabel('Choose the file').setInputFiles(copy);
  await page.getByRole('button', { name: 'Bring it in' }).waitFor();
}
