import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { guardConsole, type ConsoleGuard } from './console-guard.ts';

export const phone = { width: 360, height: 740 } as const;
export const tablet = { width: 768, height: 1024 } as const;
export const desk = { width: 1440, height: 900 } as const;

export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** The longest that anything may take to appear, also on a busy machine. */
const waitMs = 15_000;

/** Flags that keep Chromium from looking for hosts that no test needs. */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium writes cookies to its disk every 30 seconds; a process killed earlier forgets the last sign-in. */
const cookieFlushMs = 31_000;

/** One person's browser with storage that survives closing and killing it. */
export interface Person {
  page: Page;
  context: BrowserContext;
  readonly console: ConsoleGuard;
  /** Ends the browser as the system would and opens it again on the same storage. */
  killAndReopen(options?: { readonly offline?: boolean }): Promise<Page>;
  close(): Promise<void>;
}

interface Options {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly touch?: boolean;
}

/** Opens a browser for one person, in India, with a profile on disk. */
export async function openPerson(name: string, options: Options = {}): Promise<Person> {
  const profile = mkdtempSync(join(tmpdir(), `revops-${name}-`));
  const console = guardConsole(name);
  let lastCookieAt = 0;
  const open = async (offline = false): Promise<{ context: BrowserContext; page: Page }> => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath,
      args: chromiumArgs,
      headless: true,
      viewport: options.viewport ?? phone,
      colorScheme: options.colorScheme ?? 'light',
      hasTouch: options.touch ?? false,
      locale: 'en-IN',
      timezoneId: 'Asia/Kolkata',
      offline,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    context.setDefaultTimeout(waitMs);
    console.watch(page);
    context.on('response', (response) => {
      if ('set-cookie' in response.headers() || response.url().includes('/api/auth/'))
        lastCookieAt = Date.now();
    });
    return { context, page };
  };
  const first = await open();
  const person: Person = {
    ...first,
    console,
    async killAndReopen({ offline = false } = {}) {
      await new Promise((resolve) =>
        setTimeout(resolve, Math.max(0, lastCookieAt + cookieFlushMs - Date.now())),
      );
      const session = await person.context.browser()?.newBrowserCDPSession();
      await session?.send('Browser.crash').catch(() => undefined);
      await person.context.close().catch(() => undefined);
      Object.assign(person, await open(offline));
      return person.page;
    },
    async close() {
      await person.context.close().catch(() => undefined);
      rmSync(profile, { recursive: true, force: true });
    },
  };
  return person;
}
