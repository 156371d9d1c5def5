import type { GatewayProcess } from '../gateway/start-gateway.ts';
import { batchesOf, carDocuments, newTeam } from '../gateway/people.ts';
import { PlainCouch } from '../gateway/plain-couch.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { timed } from '../support/timed.ts';

/** What our engine sends at once. */
const perRequest = 200;
const perRun = 2000;
const runs = 6;

const group = 'server';

/** The same documents into the store itself, nothing checked. @returns ms. */
async function storedRaw(
  gateway: GatewayProcess,
  couch: PlainCouch | undefined,
  batches: readonly (readonly object[])[],
): Promise<number> {
  if (couch === undefined) {
    const values = await gateway.ask({ kind: 'raw-write', documents: batches });
    return values.reduce((sum, value) => sum + value, 0);
  }
  return timed(async () => {
    for (const docs of batches) await couch.call('/_bulk_docs', { body: { docs, new_edits: false } });
  });
}

/** One writer sends new cars through every check, with audit; the raw store takes its turn between. */
export async function writes(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { manager } = await newTeam(gateway.url);
  const couch = store.couchdbUrl === undefined ? undefined : await PlainCouch.create(store.couchdbUrl);
  const [through, raw, ratios, cpu]: number[][] = [[], [], [], []];
  for (let run = 0; run < runs; run += 1) {
    const batches = batchesOf(carDocuments(manager, perRun), perRequest);
    const before = await gateway.ask({ kind: 'usage' });
    const ms = await timed(async () => {
      for (const batch of batches) {
        const rows = await manager.send(batch);
        if (rows.some((row) => row.error !== undefined)) throw new Error('a document was refused');
      }
    });
    const after = await gateway.ask({ kind: 'usage' });
    const rawMs = await storedRaw(gateway, couch, batchesOf(carDocuments(manager, perRun), perRequest));
    // The first run warms both up.
    if (run === 0) continue;
    through?.push((perRun / ms) * 1000);
    raw?.push((perRun / rawMs) * 1000);
    ratios?.push(rawMs / ms);
    cpu?.push(((after.cpuSeconds - before.cpuSeconds) / perRun) * 1000);
  }
  await couch?.destroy();
  const name = `_bulk_docs with checks and audit, ${store.name}`;
  return [
    measurement(through ?? [], { group, name, unit: 'docs/s', note: `${perRequest} per request, 1 writer` }),
    measurement(raw ?? [], { group, name: `  raw ${store.name}`, unit: 'docs/s' }),
    measurement(ratios ?? [], {
      group,
      name: `  gateway ÷ raw ${store.name}`,
      unit: '×',
      atLeast: true,
      ...(couch === undefined ? {} : { budget: 0.35 }),
    }),
    measurement(cpu ?? [], { group, name: '  processor time of the gateway per 1,000 documents', unit: 's' }),
  ];
}
