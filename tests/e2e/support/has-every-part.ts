import type { Page } from 'playwright-core';

// Text, not a function: what compiles these files wraps functions in something no page knows.
const isAllHere = `(async () => {
  const files = await (await fetch('/on-demand.json')).json();
  const cache = await caches.open('revops-on-demand');
  for (const file of files) if ((await cache.match(file)) === undefined) return false;
  return true;
})()`;

/** Waits until the parts that come at rest are here too, as they are on a phone that was open for half a minute. */
export async function hasEveryPart(page: Page): Promise<void> {
  for (const until = Date.now() + 90_000; Date.now() < until;) {
    if (await page.evaluate<boolean>(isAllHere)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('not every part of the app came');
}
