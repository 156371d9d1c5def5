import type { Page } from 'playwright-core';
import { press } from './stop.ts';

/** From the first page into the demo, a smaller one than visitors see: nothing comes in while a test looks. */
export async function openDemo(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/welcome?demo=300`);
  await press(page, /demo workshop/);
  await page.getByRole('heading', { level: 1, name: /Today|Day book/ }).waitFor({ timeout: 60_000 });
}
