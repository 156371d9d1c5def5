import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { phone } from './support/browser.ts';
import { openBrowser } from './support/shared-browser.ts';
import { testServer, type TestServer } from './support/server.ts';

/** The network of the very first minute: no worker answers yet, and a file may not come. */
describe('a newcomer whose signal breaks off', () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    server = await testServer();
    await server.start();
    browser = await openBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.dispose();
  });

  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: phone, serviceWorkers: 'block', ...options });
    context.setDefaultTimeout(15_000);
    return context.newPage();
  }

  it('reads why a screen is not there, and goes on from it', async () => {
    const page = await visit();
    await page.goto(server.url);
    await page.getByRole('link', { name: /Create your workshop/ }).waitFor();
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /Create your workshop/ }).click();
    await page.getByRole('heading', { name: 'This screen could not be loaded' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Open again' }).click();
    await page.getByLabel('Name of the workshop').waitFor();
    await page.context().close();
  });

  it.each(['react-*', 'index-*'])('reads that the app is not here when %s does not come', async (file) => {
    const page = await visit();
    await page.route(`**/assets/${file}.js`, (route) => route.abort());
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'RevOps could not be loaded' }).waitFor();
    await page.unroute(`**/assets/${file}.js`);
    await page.getByRole('button', { name: 'Open again' }).click();
    await page.getByRole('link', { name: /Create your workshop/ }).waitFor();
    await page.context().close();
  });

  it('is told that the demo could not be opened, and opens it with a second tap', async () => {
    const page = await visit();
    await page.goto(server.url);
    const demo = page.getByRole('button', { name: /demo workshop/ });
    await demo.waitFor();
    await page.context().setOffline(true);
    await demo.click();
    await page.getByText('The demo could not be opened.').waitFor();
    await page.context().setOffline(false);
    await demo.click();
    await page.getByRole('button', { name: 'Demo', exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/day-book');
    await page.context().close();
  });

  it('has every screen once the first one was shown with a worker', async () => {
    const page = await visit({ serviceWorkers: 'allow' });
    await page.goto(server.url);
    await page.getByRole('link', { name: /Join with a code/ }).waitFor();
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 15_000 })
      .toBe(true);
    await page.context().setOffline(true);
    await page.getByRole('link', { name: /Join with a code/ }).click();
    await page.getByText('You need signal once to join.').waitFor();
    await page.getByLabel('Invite code').waitFor();
    await page.context().close();
  });
});
