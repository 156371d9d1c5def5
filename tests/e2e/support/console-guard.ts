import type { ConsoleMessage, Page } from 'playwright-core';

/** Collects console errors and warnings; a test that leaves one unexplained fails. */
export interface ConsoleGuard {
  watch(page: Page): void;
  /** From now on lines about requests that fail are expected: the network or the server is meant to be away. */
  expectNetworkErrors(may: boolean): void;
  problems(): readonly string[];
}

/** Chromium itself prints a line for each request that fails; the app cannot keep it from doing so. */
const isNetworkError = (text: string): boolean => /Failed to load resource|net::ERR_/.test(text);

export function guardConsole(name: string): ConsoleGuard {
  const problems: string[] = [];
  let networkMayFail = false;
  const take = (text: string): void => {
    if (!(networkMayFail && isNetworkError(text))) problems.push(`${name}: ${text}`);
  };
  return {
    watch(page) {
      page.on('console', (message: ConsoleMessage) => {
        if (message.type() === 'error' || message.type() === 'warning')
          take(`${message.text()} (${message.location().url})`);
      });
      page.on('pageerror', (error) => take(String(error)));
    },
    expectNetworkErrors(may) {
      networkMayFail = may;
    },
    problems: () => problems,
  };
}
