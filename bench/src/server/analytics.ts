import { callServer } from '@revops/sync-server/testing';
import { newTeam } from '../gateway/people.ts';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { timed } from '../support/timed.ts';

const group = 'server';
const jobs = 10_000;
const runs = 30;
const exports = 5;

/** The owner's dashboard and the workbook of everything, in a workshop of ten thousand jobs. */
export async function analytics(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { owner, manager } = await newTeam(gateway.url);
  const workshopId = owner.session.workshop.id;
  const [ownerId, managerIds] = [owner.userId, [manager.userId]];
  const { documents } = await gateway.ask({ kind: 'fill', workshopId, jobs, ownerId, managerIds });
  const token = owner.session.accessToken;
  const read = async (what: string): Promise<void> => {
    const { status } = await callServer(gateway.url, `/api/analytics/${what}`, { token });
    if (status !== 200) throw new Error(`${what} answered ${status}`);
  };
  const first = await timed(() => read('dashboard'));
  const [quiet, changed, whole]: [number[], number[], number[]] = [[], [], []];
  for (let run = 0; run < runs; run += 1) {
    quiet.push(await timed(() => read('dashboard')));
    await manager.send(manager.openJob());
    changed.push(await timed(() => read('dashboard')));
  }
  for (let run = 0; run < exports; run += 1) whole.push((await timed(() => read('export'))) / 1000);
  const where = `${jobs.toLocaleString('en')} jobs, ${store.name}`;
  const note = `${documents.toLocaleString('en')} documents`;
  // RevOps' published averages; of how many jobs its export is, it does not say.
  return [
    measurement([first], { group, name: `first dashboard of a process, ${where}`, unit: 'ms', note }),
    measurement(quiet, { group, name: `dashboard, ${where}`, unit: 'ms', budget: 120, judge: 'p95' }),
    measurement(changed, {
      group,
      name: `dashboard after a change, ${where}`,
      unit: 'ms',
      budget: 120,
      judge: 'p95',
    }),
    measurement(whole, { group, name: `workbook of everything, ${where}`, unit: 's', budget: 1.5 }),
  ];
}
