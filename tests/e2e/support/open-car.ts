import type { Page } from 'playwright-core';

/** From the list of jobs to one of them: a row of the table at the desk, a card on a phone. */
export async function openCar(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('row', { name }).or(page.getByRole('link', { name })).first().click();
}
