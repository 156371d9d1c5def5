import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

/** Flags that keep Chromium from looking for hosts that no measurement needs. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const phone = { width: 360, height: 740 } as const;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args,
    headless: true,
  });

/** A phone in India with storage of its own. */
export const openContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ viewport: phone, locale: 'en-IN', timezoneId: 'Asia/Kolkata' });

/** Slows the page's own thread, as a cheap phone would. */
export async function slowDown(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}
