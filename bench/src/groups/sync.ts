import type { Browser } from 'playwright-core';
import { startGateway } from '../gateway/start-gateway.ts';
import { measuredStores } from '../gateway/stores.ts';
import { openBrowser } from '../support/browser.ts';
import type { Measurement } from '../support/measure.ts';
import { table } from '../support/table.ts';
import { firstSync } from '../sync/first-sync.ts';
import { live } from '../sync/live.ts';
import { saves } from '../sync/saves.ts';
import { send } from '../sync/send.ts';
import { Place } from '../sync/place.ts';

const measures = { 'first-sync': firstSync, saves, send, live } as const;

/** Our engine through the gateway, and plain PouchDB straight to CouchDB, in turns in the same browser. */
export async function measureSync(only: readonly string[]): Promise<readonly Measurement[]> {
  const browser: Browser = await openBrowser();
  const lines: Measurement[] = [];
  try {
    for (const store of measuredStores())
      for (const [name, measure] of Object.entries(measures)) {
        if (only.length > 0 && !only.includes(name)) continue;
        process.stderr.write(`  ${name}, ${store.name} …\n`);
        const gateway = await startGateway(store.couchdbUrl);
        const place = await Place.open(browser, gateway.url, store);
        try {
          const measured = await measure(place);
          process.stderr.write(`${table(measured)}\n`);
          lines.push(...measured);
        } finally {
          await place.close();
          await gateway.stop();
        }
      }
  } finally {
    await browser.close();
  }
  return lines;
}
