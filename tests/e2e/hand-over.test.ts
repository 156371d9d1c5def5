import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkshop, imran, inviteCode, joinWorkshop, owner } from './support/accounts.ts';
import { openCameraBrowser, type CameraBrowser } from './support/fake-camera.ts';
import { hasWorker } from './support/has-worker.ts';
import { openStoryJob } from './support/job-steps.ts';
import { testServer, type TestServer } from './support/server.ts';
import { openVisitor, type Visitor } from './support/shared-browser.ts';

const waitMs = 60_000;

/** The gate after eight in the evening: cash changes hands and no phone has signal. */
describe('cash handed over between two phones without signal', () => {
  let server: TestServer;
  let cameras: CameraBrowser;
  let boss: Visitor;
  let manager: Visitor;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    cameras = await openCameraBrowser();
    boss = await openVisitor(cameras.browser, 'owner');
    manager = await openVisitor(cameras.browser, 'manager');
    for (const { context } of [boss, manager]) context.setDefaultTimeout(waitMs);
    await createWorkshop(boss.page, server.url, owner, 'Joshi Motors');
    const code = await inviteCode(boss.page, server.url);
    await joinWorkshop(manager.page, server.url, imran, code);
    for (const { page } of [boss, manager]) await hasWorker(page);
    // The receiver has to know who gives: it came with the last signal.
    await boss.page.goto(`${server.url}/team`);
    await boss.page.getByRole('button', { name: new RegExp(imran.name) }).waitFor();
    for (const path of ['/money/scan', '/hand-overs', '/money'])
      for (const { page } of [boss, manager]) await visit(page, path);
    await visit(manager.page, '/money/hand-over');
    await visit(manager.page, '/money/code/none');
    for (const { context, console: guard } of [boss, manager]) {
      guard.expectNetworkErrors(true);
      await context.setOffline(true);
    }
  });

  afterAll(async () => {
    await cameras.browser.close();
    await server.dispose();
  });

  const visit = async (page: Page, path: string): Promise<void> => {
    await page.goto(server.url + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
  };

  it('is counted, saved and shown as a code by the giver', async () => {
    const { page } = manager;
    await openStoryJob(page);
    await visit(page, '/money/hand-over');
    await page.getByLabel('₹500 notes').fill('2');
    await page.getByText('Exactly what RevOps counts').waitFor();
    await page.getByText('Covers 1 cash payment, ₹1,000.').waitFor();
    await page.getByRole('button', { name: 'Hand over ₹1,000' }).click();
    await page.getByRole('link', { name: 'Show the code' }).click();
    await page.getByRole('img', { name: /hand-over of ₹1,000/ }).waitFor();
  });

  it('is scanned and agreed to by the receiver, and stays agreed when the app is opened again', async () => {
    await cameras.holdOver(manager.page);
    const { page } = boss;
    await visit(page, '/money/scan');
    await page.getByRole('button', { name: 'I have ₹1,000' }).click();
    await page.getByText(/You have ₹1,000 from Imran Shaikh/).waitFor();
    await cameras.holdOver(page);
    await visit(page, '/hand-overs');
    await page.getByText("Agreed, waiting for Imran Shaikh's phone").waitFor();
  });

  it('is seen as agreed by the giver, who scans the answer', async () => {
    const { page } = manager;
    await page.getByRole('link', { name: 'Scan the answer' }).click();
    await page.getByText('Meera Joshi agreed that ₹1,000 are there.').waitFor();
    await visit(page, '/money');
    await page.getByText('Meera Joshi agreed on their phone; it counts when that is heard.').waitFor();
  });

  it('counts on both phones once both were heard, the receiver first', async () => {
    await boss.context.setOffline(false);
    await boss.page.getByRole('button', { name: 'All sent' }).first().waitFor();
    await manager.context.setOffline(false);
    await manager.page.getByText('Meera Joshi agreed', { exact: true }).waitFor();
    await manager.page.getByRole('button', { name: 'All sent' }).first().waitFor();
    await boss.page.getByText('Meera Joshi agreed', { exact: true }).waitFor();
    expect(await boss.page.getByText(/waiting for Imran/).count()).toBe(0);
    await boss.page.getByRole('button', { name: 'Confirm the payment that it covers' }).click();
    await visit(boss.page, '/money/statement');
    await boss.page.getByText('From Imran Shaikh').waitFor();
    await boss.page.getByRole('cell', { name: '₹1,000' }).first().waitFor();
    for (const one of [boss, manager]) expect(one.console.problems()).toEqual([]);
  });
});
