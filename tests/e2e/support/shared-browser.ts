import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromiumArgs, chromiumPath, phone } from './browser.ts';
import { guardConsole, type ConsoleGuard } from './console-guard.ts';

/** A person whose storage ends with the test: cheap, because all share one browser. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly console: ConsoleGuard;
}

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: chromiumPath, args: chromiumArgs, headless: true });

interface Options {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly touch?: boolean;
}

/** A fresh context in India, without motion, so that no picture is taken half-way. */
export async function openVisitor(browser: Browser, name: string, options: Options = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: options.viewport ?? phone,
    hasTouch: options.touch ?? false,
    locale: 'en-IN',
    timezoneId: 'Asia/Kolkata',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const console = guardConsole(name);
  console.watch(page);
  return { page, context, console };
}
