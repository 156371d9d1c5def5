import { batchesOf, carDocuments, newTeam } from '../gateway/people.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { median } from '../support/statistics.ts';
import type { Place } from './place.ts';

const documents = 10_000;
const runs = 3;
const slowdown = 4;

/** What the guarantees of a first sync cost whoever works meanwhile: tap Save until it is durable and listed. */
export async function saves(place: Place): Promise<Measurement[]> {
  const { manager } = await newTeam(place.gatewayUrl);
  for (const docs of batchesOf(carDocuments(manager, documents), 500)) await manager.send(docs);
  const values: number[] = [];
  const pulls: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const phone = await place.device();
    await phone.open(manager);
    const { values: saved, taskMs } = await phone.savesDuringPull(manager, slowdown);
    values.push(...saved);
    pulls.push(taskMs);
    await phone.close();
  }
  const { name } = place.store;
  return [
    measurement(values, {
      group: 'sync',
      name: `Save during a real first sync, ${slowdown}× slowdown, ${name}`,
      unit: 'ms',
      budget: 50,
      judge: 'p95',
      note: `median ${median(values).toFixed(0)} ms; the sync took ${Math.round(median(pulls))} ms`,
    }),
  ];
}
