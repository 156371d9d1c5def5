import type { FeedAnswer, Phone } from '@revops/sync-server/testing';
import type { ClientOrder, Waiting } from '../gateway/idle-clients.ts';
import { newTeam, type Team } from '../gateway/people.ts';
import { Orders, startProcess, type GatewayProcess } from '../gateway/start-gateway.ts';
import type { MeasuredStore } from '../gateway/stores.ts';
import { measurement, type Measurement } from '../support/measure.ts';

const group = 'server';
const devices = 10_000;
const perWorkshop = 20;
const rounds = 8;
/** Sockets close and memory is given back in this time. */
const settleMs = 2000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function waiting(phone: Phone, count: number): Promise<Waiting[]> {
  const { session } = phone;
  const { last_seq } = (await phone.call<FeedAnswer>('/_changes?since=now')).body;
  const since = encodeURIComponent(last_seq);
  const path = `/sync/${session.workshop.id}/_changes?feed=longpoll&timeout=300000&since=${since}`;
  return Array.from({ length: count }, () => ({ path, token: session.accessToken }));
}

async function waitingTeam({ owner, manager }: Team): Promise<Waiting[]> {
  const half = perWorkshop / 2;
  return [...(await waiting(owner, half)), ...(await waiting(manager, half))];
}

/** Accounts cost a password hash each, so several workshops are made at once. */
async function teams(url: string, count: number): Promise<Team[]> {
  const made: Team[] = [];
  while (made.length < count)
    made.push(...(await Promise.all(Array.from({ length: 5 }, () => newTeam(url)))));
  return made;
}

/** How long after one act of the manager each of the workshop's phones has its answer. @returns ms each. */
async function wakeUp(url: string, clients: Orders, team: Team): Promise<number[]> {
  const order: ClientOrder = { kind: 'wait', url, phones: await waitingTeam(team) };
  await clients.send(order);
  await pause(settleMs);
  const came = clients.send({ kind: 'woken', count: perWorkshop } satisfies ClientOrder);
  const began = performance.timeOrigin + performance.now();
  await team.manager.send(team.manager.openJob());
  return ((await came) as readonly number[]).map((at) => at - began);
}

/** Phones that only wait: what each costs, and how fast those of one workshop hear of an act among all others. */
export async function idleDevices(gateway: GatewayProcess, store: MeasuredStore): Promise<Measurement[]> {
  const client = startProcess('./idle-clients.ts');
  const clients = new Orders(client);
  const all = await teams(gateway.url, devices / perWorkshop);
  const phones = (await Promise.all(all.map(waitingTeam))).flat();
  const before = await gateway.ask({ kind: 'usage' });
  await clients.send({ kind: 'wait', url: gateway.url, phones } satisfies ClientOrder);
  await pause(settleMs);
  const after = await gateway.ask({ kind: 'usage' });
  const woken: number[] = [];
  const extra = await newTeam(gateway.url);
  for (let round = 0; round < rounds; round += 1) woken.push(...(await wakeUp(gateway.url, clients, extra)));
  client.disconnect();
  const note = `${devices.toLocaleString('en')} of ${all.length} workshops on one process`;
  const perDevice = (after.rssBytes - before.rssBytes) / devices / 1024;
  return [
    measurement([perDevice], {
      group,
      name: `idle live device, memory each, ${store.name}`,
      unit: 'KB',
      budget: 32,
      note,
    }),
    measurement(woken, {
      group,
      name: `waking ${perWorkshop} devices of one workshop, ${store.name}`,
      unit: 'ms',
      budget: 150,
      judge: 'p95',
      note: `from sending the act, ${devices.toLocaleString('en')} connected`,
    }),
  ];
}
