import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './support/axe.ts';
import { desk } from './support/browser.ts';
import { openDemo } from './support/open-demo.ts';
import { testServer, type TestServer } from './support/server.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';

const waitMs = 15_000;

describe('the jobs at the desk', () => {
  let server: TestServer;
  let browser: Browser;
  let owner: Visitor;
  let page: Page;

  const column = (name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}, \\d`) });
  const cards = (name: string): Locator => column(name).getByRole('link');
  const spoken = (): Promise<string> => page.locator('[aria-live=assertive]').innerText();
  const countOf = async (name: string): Promise<number> =>
    Number(/(\d+) job/.exec((await column(name).getAttribute('aria-label')) ?? '')?.[1]);

  /** Takes a card by its middle, as a hand does, and holds it over a column. */
  async function carry(card: Locator, to: Locator): Promise<void> {
    await card.scrollIntoViewIfNeeded();
    const from = await card.boundingBox();
    const over = await to.boundingBox();
    if (from === null || over === null) throw new Error('it is not on screen');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 + 12, from.y + from.height / 2 + 4, { steps: 3 });
    await page.mouse.move(over.x + over.width / 2, over.y + over.height / 2, { steps: 8 });
  }

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
    owner = await openVisitor(browser, 'owner');
    ({ page } = owner);
    await page.setViewportSize(desk);
    await openDemo(page, server.url);
    await page.goto(`${server.url}/jobs`);
    await page.getByRole('table', { name: 'Jobs' }).getByRole('link').first().waitFor({ timeout: waitMs });
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  it('moves through the table by keys, opens beside it, and Escape closes', async () => {
    const links = page.getByRole('table', { name: 'Jobs' }).getByRole('link');
    const second = await links.nth(1).getAttribute('href');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Bill and money' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(second);
    expect(await faults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.waitForURL(`${server.url}/jobs`);
    await page.keyboard.press('?');
    await page.getByRole('alertdialog', { name: 'Keys' }).getByText('pick up, put down').waitFor();
    await page.keyboard.press('Escape');
  });

  it('keeps views and columns over a reload', async () => {
    await page.getByRole('combobox', { name: 'Status' }).selectOption('delivered');
    await page.getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Gone home');
    await page.getByRole('dialog').getByRole('button', { name: 'Save view' }).click();
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('checkbox', { name: 'Number' }).check();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('columnheader', { name: 'Number' }).waitFor();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.reload();
    await page.getByRole('columnheader', { name: 'Number' }).waitFor({ timeout: waitMs });
    await page.getByRole('button', { name: 'Gone home' }).click();
    await page.getByRole('cell', { name: 'Delivered' }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Remove the view Gone home' }).click();
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  });

  it('drags a card to a column that takes it, and takes the move back', async () => {
    await page.getByRole('button', { name: 'Board' }).click();
    const card = cards('Not started').first();
    const href = await card.getAttribute('href');
    const before = await countOf('In work');
    await carry(card, column('In work'));
    await page.mouse.up();
    await column('In work').locator(`a[href="${href}"]`).waitFor();
    await expect.poll(() => countOf('In work')).toBe(before + 1);
    expect(new URL(page.url()).pathname).toBe('/jobs');
    await page.getByRole('button', { name: 'Undo' }).click();
    await column('Not started').locator(`a[href="${href}"]`).waitFor();
    expect(await faults(page)).toEqual([]);
  });

  it('says why a column does not take a card, and leaves the card where it was', async () => {
    const card = cards('Not started').first();
    const href = await card.getAttribute('href');
    await carry(card, column('Being checked'));
    await column('Being checked').getByText('From “Not started” a job goes to').waitFor();
    expect(await spoken()).toContain('not possible');
    expect(await faults(page)).toEqual([]);
    await page.mouse.up();
    await column('Not started').locator(`a[href="${href}"]`).waitFor();
    expect(await spoken()).toContain('is back in Not started');
    await carry(card, column('In work'));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await spoken()).toContain('is back in Not started');
    expect(new URL(page.url()).pathname).toBe('/jobs');
  });

  it('does the same by keys alone, and asks before a car leaves unpaid', async () => {
    const card = cards('Not started').first();
    const href = await card.getAttribute('href');
    await card.focus();
    await page.keyboard.press('Space');
    expect(await spoken()).toContain('picked up from Not started');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    const there = column('In work').locator(`a[href="${href}"]`);
    await there.waitFor();
    await expect.poll(() => there.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await spoken()).toContain('is now: In work');
    await page.keyboard.press('Space');
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await page
      .getByRole('dialog', { name: 'Deliver and collect' })
      .getByRole('textbox', { name: 'Paid now' })
      .waitFor();
    await page.keyboard.press('Escape');
    await there.waitFor();
  });

  it('printed nothing to the console', () => {
    expect(owner.console.problems()).toEqual([]);
  });
});
