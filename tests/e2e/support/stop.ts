import type { Page } from 'playwright-core';

/** One screen of the app and the way to it. */
export interface Stop {
  readonly name: string;
  readonly open: (page: Page, url: string) => Promise<void>;
}

/** The screen has its heading and nothing is a placeholder any more. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForFunction(() => document.querySelector('output [aria-hidden].min-h-16') === null);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** A screen that an address leads to; `shows` is what its content has arrived with. */
export const at = (name: string, path: string, shows?: RegExp): Stop => ({
  name,
  open: async (page, url) => {
    await page.goto(url + path);
    await settled(page);
    if (shows !== undefined)
      await page.locator('main').getByText(shows).filter({ visible: true }).first().waitFor();
  },
});

/** From one screen on, by what a person does there. */
export const next = (name: string, from: Stop, act: (page: Page) => Promise<void>): Stop => ({
  name,
  open: async (page, url) => {
    await from.open(page, url);
    await act(page);
    await settled(page);
  },
});

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).filter({ visible: true }).first().click();
