import { callServer } from '@revops/sync-server/testing';
import { newTeam } from '../gateway/people.ts';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { timed } from '../support/timed.ts';

const jobs = 100_000;
const runs = 3;

/** The workbook of everything in a workshop of many years; filling it takes minutes. */
export async function largeExport(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { owner, manager } = await newTeam(gateway.url);
  const workshopId = owner.session.workshop.id;
  const [ownerId, managerIds] = [owner.userId, [manager.userId]];
  const { documents } = await gateway.ask({ kind: 'fill', workshopId, jobs, ownerId, managerIds });
  const token = owner.session.accessToken;
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const ms = await timed(async () => {
      const { status } = await callServer(gateway.url, '/api/analytics/export', { token });
      if (status !== 200) throw new Error(`export answered ${status}`);
    });
    values.push(ms / 1000);
  }
  return [
    measurement(values, {
      group: 'server',
      name: `workbook of everything, ${jobs.toLocaleString('en')} jobs, ${store.name}`,
      unit: 's',
      budget: 2.5,
      note: `${documents.toLocaleString('en')} documents`,
    }),
  ];
}
