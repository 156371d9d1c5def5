import { openJob } from '@revops/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, until, type Phone } from './phone.ts';
import {
  joinAsManager,
  registerOwner,
  restartableServer,
  type RestartableServer,
  type SignedIn,
} from './restartable-server.ts';

let server: RestartableServer;
let owner: SignedIn;
beforeAll(async () => {
  server = await restartableServer();
  owner = await registerOwner(server);
});
afterAll(() => server.stop());

const failing = (status: number, code: string, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify({ error: code, reason: code }), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });

async function pair(): Promise<{ desk: Phone; phone: Phone }> {
  const manager = await joinAsManager(server, owner);
  return { desk: await newPhone(server, owner), phone: await newPhone(server, manager) };
}

const sees = (phone: Phone, id: string) =>
  until(async () => (await phone.document(id)) !== undefined, `${id} is seen`);
const sent = (phone: Phone) => until(async () => (await phone.waiting()) === 0, 'everything is sent');

const stored = async (desk: Phone): Promise<string[]> => {
  await desk.engine.syncOnce();
  return (await desk.rows()).filter(({ type }) => type === 'job').map(({ id }) => id);
};

test('a response lost after the server stored the batch is repeated and doubles nothing', async () => {
  const { desk, phone } = await pair();
  let isLost = false;
  phone.network = async (send, url, init) => {
    const answer = await send(url, init);
    if (!url.endsWith('_bulk_docs') || isLost) return answer;
    isLost = true;
    throw new TypeError('network');
  };
  const jobId = await phone.openJob();
  await expect(phone.engine.syncOnce()).rejects.toThrow('bulk_docs');
  expect(isLost).toBe(true);
  expect(await phone.waiting()).toBeGreaterThan(0);
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect((await stored(desk)).filter((id) => id === jobId)).toHaveLength(1);
  expect(await desk.document(jobId)).toEqual(await phone.document(jobId));
});

test('a refused document lands in the tray with its reason and holds nothing else up', async () => {
  const { desk, phone } = await pair();
  const [foreign = ''] = await phone.save((context) => {
    const act = openJob(context, { plate: 'MH01ZZ0001', customerName: 'Asha' });
    if (!act.ok) return act;
    const documents = act.value.documents.map((document) =>
      document.type === 'job' ? { ...document, createdBy: owner.user.id } : document,
    );
    return { ok: true, value: { ...act.value, documents } };
  });
  const good = await phone.openJob();
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  const tray = await phone.tray();
  expect(tray.find(({ id }) => id === foreign)).toMatchObject({ code: 'foreign_creator', answered: false });
  expect(tray.find(({ id }) => id === foreign)?.reason).toMatch(/\w+ \w+/);
  const jobs = await stored(desk);
  expect(jobs).toContain(good);
  expect(jobs).not.toContain(foreign);
});

test('a 401 on the long-poll is answered by one refresh and the pull goes on', async () => {
  const { desk, phone } = await pair();
  let refusals = 0;
  desk.network = (send, url, init) => {
    if (!url.includes('feed=longpoll') || refusals > 0) return send(url, init);
    refusals += 1;
    return Promise.resolve(failing(401, 'token_expired'));
  };
  // Counted, not compared: two tokens of the same second are the same bytes.
  let refreshes = 0;
  const { refresh } = desk;
  desk.refresh = () => {
    refreshes += 1;
    return refresh();
  };
  await desk.engine.start();
  await until(() => refreshes === 1, 'one refresh');
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await sees(desk, jobId);
  await desk.engine.stop();
  expect(desk.errors).toEqual([]);
});

test('a session that has ended says so, keeps the work, and goes on after signing in', async () => {
  const { phone } = await pair();
  const { refresh } = phone;
  phone.token = 'expired.expired.expired';
  phone.refresh = () => Promise.resolve(undefined);
  await phone.openJob();
  await phone.engine.start();
  const phase = async () =>
    ((await phone.db.connection().get('meta', 'sync')) as { phase: string } | undefined)?.phase;
  await until(async () => (await phase()) === 'signed_out', 'signed out');
  expect(await phone.waiting()).toBeGreaterThan(0);
  phone.refresh = refresh;
  phone.engine.wake();
  await sent(phone);
  await until(async () => (await phase()) === 'idle', 'idle');
  await phone.engine.stop();
});

test('a 503 on the first _bulk_get does not turn _bulk_get off', async () => {
  const { desk, phone } = await pair();
  await phone.openJob();
  await phone.openJob({ plate: 'MH12AB9999' });
  await phone.engine.syncOnce();
  const gets: string[] = [];
  let refusals = 0;
  desk.network = (send, url, init) => {
    if (init.method === 'GET' && /\/[a-z]+(%3A|:)/i.test(url)) gets.push(url);
    if (!url.includes('_bulk_get') || refusals > 0) return send(url, init);
    refusals += 1;
    return Promise.resolve(failing(503, 'unavailable'));
  };
  await desk.engine.start();
  await until(async () => (await desk.rows()).filter(({ type }) => type === 'job').length >= 2, 'jobs come');
  await desk.engine.stop();
  expect(refusals).toBe(1);
  expect(gets).toEqual([]);
});

test('a long-poll that never answers is given up and begun anew', async () => {
  const { desk, phone } = await pair();
  let hung = 0;
  const quick = await newPhone(server, owner, { longestMs: 1500 });
  quick.network = (send, url, init) => {
    if (!url.includes('feed=longpoll') || hung > 0) return send(url, init);
    hung += 1;
    return new Promise(() => undefined);
  };
  await quick.engine.start();
  await until(() => hung === 1, 'it hangs');
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await sees(quick, jobId);
  await quick.engine.stop();
  expect(desk.errors).toEqual([]);
});

test('restart leaves a hung request behind at once', async () => {
  const { desk, phone } = await pair();
  let isHanging = true;
  desk.network = (send, url, init) =>
    isHanging && url.includes('feed=longpoll') ? new Promise(() => undefined) : send(url, init);
  await desk.engine.start();
  await until(() => desk.steps.includes('request:longpoll'), 'it polls');
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  isHanging = false;
  desk.engine.restart();
  await sees(desk, jobId);
  await desk.engine.stop();
  expect(desk.errors).toEqual([]);
});

test('a server that asks for patience gets it, even when somebody saves meanwhile', async () => {
  const { phone } = await pair();
  await phone.engine.syncOnce();
  const times: number[] = [];
  phone.network = (send, url, init) => {
    if (!url.endsWith('_bulk_docs')) return send(url, init);
    times.push(Date.now());
    return times.length === 1
      ? Promise.resolve(failing(503, 'unavailable', { 'retry-after': '2' }))
      : send(url, init);
  };
  await phone.openJob();
  await phone.engine.start();
  await until(() => times.length === 1, 'it was tried');
  await phone.openJob({ plate: 'MH12AB7777' });
  await sent(phone);
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(1900);
  await phone.engine.stop();
});

test('the server goes down and comes back: both directions go on by themselves', async () => {
  const own = await restartableServer();
  const boss = await registerOwner(own);
  const desk = await newPhone(own, boss);
  const phone = await newPhone(own, await joinAsManager(own, boss));
  await Promise.all([desk.engine.start(), phone.engine.start()]);
  await sees(desk, 'workshop:self');
  await own.stop();
  const jobId = await phone.openJob();
  const state = async () => (await phone.db.connection().get('meta', 'sync')) as { online: boolean };
  await until(async () => !(await state()).online, 'it is noticed');
  expect(await phone.waiting()).toBeGreaterThan(0);
  await own.start();
  await sees(desk, jobId);
  await sent(phone);
  expect((await state()).online).toBe(true);
  expect([...desk.errors, ...phone.errors]).toEqual([]);
  await Promise.all([desk.engine.stop(), phone.engine.stop()]);
  await own.stop();
}, 40_000);

test('600 documents of 150 acts go in requests of at most 200, in order, each act whole', async () => {
  const { desk, phone } = await pair();
  await phone.engine.syncOnce();
  for (let count = 0; count < 150; count += 1) await phone.openJob({ plate: `MH14AB${1000 + count}` });
  const batches: string[][] = [];
  phone.network = (send, url, init) => {
    if (url.endsWith('_bulk_docs')) {
      const { docs } = JSON.parse(init.body as string) as { docs: { _id: string }[] };
      batches.push(docs.map(({ _id }) => _id));
    }
    return send(url, init);
  };
  const order = (await phone.db.connection().getAllFromIndex('journal', 'order')).map(({ id }) => id);
  expect(order.length).toBeGreaterThan(450);
  await phone.engine.syncOnce();
  expect(await phone.tray()).toEqual([]);
  expect(batches.flat()).toEqual(order);
  expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(200);
  for (const [first] of batches.slice(1)) expect(first).toMatch(/^job:/);
  const jobs = new Set(order.filter((id) => id.startsWith('job:')));
  const held = (await stored(desk)).filter((id) => jobs.has(id));
  expect(held).toHaveLength(150);
}, 60_000);
