import { cpSync, rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, owner } from './support/accounts.ts';
import { faults } from './support/axe.ts';
import { hasWorker } from './support/has-worker.ts';
import { openStoryJob, payCash } from './support/job-steps.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';
import { testServer, type TestServer } from './support/server.ts';

/** The server's files are put back to an earlier day, and the phone that had worked since is gone. */
describe('work that a restored server has lost', () => {
  let server: TestServer;
  let browser: Browser;
  let boss: Visitor;
  let gone: Visitor;

  async function stopped(work: (folder: string) => void): Promise<void> {
    for (const { console } of [boss, gone]) console.expectNetworkErrors(true);
    await server.stop();
    work(server.dataDir);
    await server.start();
  }

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    boss = await openVisitor(browser, 'owner');
    gone = await openVisitor(browser, 'gone');
    await createWorkshop(boss.page, server.url, owner, 'Joshi Motors');
    await joinWorkshop(gone.page, server.url, imran, await inviteCode(boss.page, server.url));
    await hasWorker(gone.page);
    await openStoryJob(gone.page);
    await gone.page.getByRole('button', { name: 'All sent' }).first().waitFor();
    await stopped((folder) => cpSync(folder, `${folder}-backup`, { recursive: true }));
    await payCash(gone.page, '500');
    await gone.page.getByRole('button', { name: 'All sent' }).first().waitFor();
    await boss.page.goto(`${server.url}/payments`);
    await boss.page.getByText('₹500').first().waitFor();
    await gone.context.close();
    await stopped((folder) => {
      rmSync(folder, { recursive: true });
      cpSync(`${folder}-backup`, folder, { recursive: true });
    });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(`${server.dataDir}-backup`, { recursive: true, force: true });
    await server.dispose();
  });

  it('is told to the owner, who sees whose it is and brings it back', async () => {
    const { page } = boss;
    await page.goto(`${server.url}/today`);
    await page.getByRole('link', { name: /only on phones since the server was put back/ }).click();
    await page.getByRole('heading', { name: 'Lost work' }).waitFor();
    const line = page.getByRole('listitem').filter({ hasText: /^Imran Shaikh: \d+ (entry|entries)/ });
    await line.getByText('₹500').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bring it back' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText('₹500 received comes into the books with it.').waitFor();
    await question.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByText(/(entry is|entries are) back/).waitFor();
    await page.goto(`${server.url}/payments`);
    await page.getByText('₹500').first().waitFor();
  });

  it('brings nobody back whom the owner has erased, after two questions', async () => {
    const { page } = boss;
    await page.goto(`${server.url}/more/erase`);
    await page.getByLabel('Name or phone number').fill('raj');
    await page.getByText('Raj Kumar').waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Erase…' }).click();
    const question = page.getByRole('alertdialog');
    await question.getByText(/1 job loses the name/).waitFor();
    await question.getByRole('button', { name: 'Go on' }).click();
    await question.getByText(/Nobody can undo it/).waitFor();
    expect(await faults(page)).toEqual([]);
    await question.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByText('Raj Kumar is erased', { exact: false }).waitFor();
    await page.goto(`${server.url}/jobs`);
    await page.getByText('MH 12 AB 1234').first().waitFor();
    await expect.poll(() => page.getByText('Raj Kumar').count(), { timeout: 10_000 }).toBe(0);
  });
});
