import type { JobItem } from '@revops/domain';
import type { Phone } from '@revops/sync-server/testing';
import { newTeam } from '../gateway/people.ts';
import type { GatewayProcess } from '../gateway/start-gateway.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';
import { timed } from '../support/timed.ts';

const group = 'server';
const runs = 30;
const jobs = 1000;

interface Listed {
  readonly items: readonly JobItem[];
}

/** Each call of one kind, one after the other. The first ones warm up what a server that runs has long warmed up. */
async function timesOf(call: () => Promise<unknown>): Promise<readonly number[]> {
  for (let run = 0; run < 5; run += 1) await call();
  const values: number[] = [];
  for (let run = 0; run < runs; run += 1) values.push(await timed(call));
  return values;
}

function caller({ server, session }: Phone) {
  return async <T>(
    path: string,
    body?: unknown,
    method = body === undefined ? 'GET' : 'POST',
  ): Promise<T> => {
    const answer = await server.call<T>(path, { token: session.accessToken, method, body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer.body;
  };
}

/** The lists and single jobs of REST in a workshop of a thousand jobs, and what it takes to open one. */
export async function restCalls(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const { owner, manager } = await newTeam(gateway.url);
  const workshopId = owner.session.workshop.id;
  const [ownerId, managerIds] = [owner.userId, [manager.userId]];
  await gateway.ask({ kind: 'fill', workshopId, jobs, ownerId, managerIds });
  const [asOwner, asManager] = [caller(owner), caller(manager)];
  const { items } = await asOwner<Listed>('/api/jobs?limit=200');
  let [at, plate] = [0, 0];
  const nextJob = () => asOwner<JobItem>(`/api/jobs/${items[(at += 1) % items.length]?.id}`);
  const nextCar = () => {
    const vehicleNumber = `MH14RS${String((plate += 1)).padStart(4, '0')}`;
    return asManager('/api/jobs', { vehicleNumber, customerName: 'Asha Rao', advancePaid: 50_000 });
  };
  // RevOps' published averages.
  const measures: readonly (readonly [string, number | undefined, () => Promise<unknown>])[] = [
    ['job list', 35, () => asOwner('/api/jobs')],
    ['job list by status', 35, () => asOwner('/api/jobs?status=delivered')],
    ['job list of a manager', 35, () => asManager('/api/jobs')],
    ['job list, 200 of them', undefined, () => asOwner('/api/jobs?limit=200')],
    ['jobs found by name', undefined, () => asOwner('/api/jobs?q=sharma')],
    ['payment list', undefined, () => asOwner('/api/payments')],
    ['job', 25, nextJob],
    ['open a job', 55, nextCar],
  ];
  const lines: Measurement[] = [];
  for (const [name, budget, call] of measures)
    lines.push(
      measurement(await timesOf(call), {
        group,
        name: `${name} by REST, ${jobs.toLocaleString('en')} jobs, ${store.name}`,
        unit: 'ms',
        judge: 'p95',
        ...(budget === undefined ? {} : { budget }),
      }),
    );
  return lines;
}
