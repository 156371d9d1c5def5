import { startGateway } from '../gateway/start-gateway.ts';
import { measuredStores } from '../gateway/stores.ts';
import { accounts } from '../server/accounts.ts';
import { analytics } from '../server/analytics.ts';
import { idleDevices } from '../server/idle-devices.ts';
import { largeExport } from '../server/large-export.ts';
import { largeWorkshop } from '../server/large-workshop.ts';
import { reads } from '../server/reads.ts';
import { restCalls } from '../server/rest-calls.ts';
import { writes } from '../server/writes.ts';
import type { Measurement } from '../support/measure.ts';
import { table } from '../support/table.ts';

/** Each measure has a server of its own: no cache and no connection of another one counts. */
const measures = [writes, reads, accounts, restCalls, analytics, idleDevices, largeWorkshop] as const;
/** Its workshop takes many minutes to fill: by name only. */
const onlyAsked = [largeExport] as const;

/** The gateway on every store at hand, with the bare store beside it in the same run. */
export async function measureServer(only: readonly string[]): Promise<readonly Measurement[]> {
  const lines: Measurement[] = [];
  const named = [...measures, ...onlyAsked].filter(({ name }) => only.includes(name));
  const chosen = only.length > 0 ? named : measures;
  for (const store of measuredStores())
    for (const measure of chosen) {
      process.stderr.write(`  ${measure.name}, ${store.name} …\n`);
      const gateway = await startGateway(store.couchdbUrl);
      try {
        const measured = await measure(gateway, store);
        // At once: the last measures take minutes, and whoever gives up keeps what there is.
        process.stderr.write(`${table(measured)}\n`);
        lines.push(...measured);
      } finally {
        await gateway.stop();
      }
    }
  return lines;
}
