import type { Page } from 'playwright-core';

/** Waits until the app opens without signal: from then on each of its files is here. */
export async function hasWorker(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  });
}
