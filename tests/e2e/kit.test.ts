import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faults } from './support/axe.ts';
import { desk, phone } from './support/browser.ts';
import { serveKit } from './support/kit-server.ts';
import { openBrowser, openVisitor, type Visitor } from './support/shared-browser.ts';

const pages = ['', '/today', '/job', '/pay', '/day-book'].flatMap((page) =>
  ['en', 'en-XA'].map((locale) => ({ page, locale })),
);

describe('every component in every state', () => {
  let kit: { readonly url: string; readonly server: Server };
  let browser: Browser;
  let visitor: Visitor;

  beforeAll(async () => {
    kit = await serveKit();
    browser = await openBrowser();
    visitor = await openVisitor(browser, 'kit');
  });

  afterAll(async () => {
    await browser.close();
    kit.server.close();
  });

  it.each(pages)('/dev/kit$page in $locale', async ({ page: name, locale }) => {
    const { page } = visitor;
    await page.setViewportSize(phone);
    await page.goto(`${kit.url}/dev/kit${name}?theme=system&locale=${locale}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize(desk);
    expect(await faults(page)).toEqual([]);
  });

  it('printed nothing to the console', () => {
    expect(visitor.console.problems()).toEqual([]);
  });
});
