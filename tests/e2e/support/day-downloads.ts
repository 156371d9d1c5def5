import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';

/** Where the browser puts what a press downloads. */
export async function downloadOf(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download.path();
}

/** A report as a file that is made on this device. */
export async function reportFile(page: Page, address: string, kind: RegExp): Promise<Buffer> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Excel or CSV' }).click();
  const sheet = page.getByRole('dialog', { name: 'Take it with you' });
  await sheet.getByRole('button', { name: kind }).click();
  await sheet.getByText(/is ready/).waitFor();
  return readFileSync(await downloadOf(page, sheet.getByRole('button', { name: 'Download' })));
}
