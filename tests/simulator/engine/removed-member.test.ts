import { addNote, type Job } from '@revops/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPhone, until, type Phone } from './phone.ts';
import {
  joinAgain,
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

const authorised = (): RequestInit => ({ headers: { authorization: `Bearer ${owner.accessToken}` } });

async function remove(person: SignedIn): Promise<void> {
  const path = `/api/managers/${person.user.id}`;
  const answer = await server.fetch(path, { ...authorised(), method: 'DELETE' });
  expect(answer.status).toBe(204);
}

const handedOver = async (): Promise<string[]> => {
  const answer = await server.fetch('/api/quarantine?limit=200', authorised());
  const { items } = (await answer.json()) as { items: { docId: string }[] };
  return items.map(({ docId }) => docId);
};

const phase = async (phone: Phone) =>
  ((await phone.db.connection().get('meta', 'sync')) as { phase: string } | undefined)?.phase;

interface Removed {
  readonly person: SignedIn;
  readonly phone: Phone;
  readonly jobId: string;
  readonly pass: (ms: number) => void;
  /** How often it was told that everything is deleted, which takes the password's hash too. */
  readonly wiped: () => number;
}

/** A phone with work that it has not sent when its person is removed. */
async function removedPhone(): Promise<Removed> {
  const person = await joinAsManager(server, owner);
  let now = Date.now();
  let wiped = 0;
  const onWiped = (): Promise<void> => {
    wiped += 1;
    return Promise.resolve();
  };
  const phone = await newPhone(server, person, { now: () => now, onWiped });
  const jobId = await phone.openJob();
  await phone.engine.syncOnce();
  await phone.save(async (context, documents) => {
    const job = await documents.get<Job>(jobId);
    if (job === undefined) throw new Error('no job');
    return addNote(context, job, 'Never sent');
  });
  await remove(person);
  return { person, phone, jobId, pass: (ms) => (now += ms), wiped: () => wiped };
}

const sync = (phone: Phone) => expect(phone.engine.syncOnce()).rejects.toThrow('removed from the workshop');

test('the phone of a removed person hands over what it had not sent, and deletes only after the second answer', async () => {
  const { phone, jobId, pass, wiped } = await removedPhone();
  const [waiting] = await phone.db.connection().getAll('journal');
  await sync(phone);
  expect(await phase(phone)).toBe('removed');
  expect(await handedOver()).toContain(waiting?.id);
  pass(59_000);
  await sync(phone);
  expect(await phone.waiting()).toBe(1);
  expect(await phone.document(jobId)).toBeDefined();
  expect(wiped()).toBe(0);
  pass(2000);
  await sync(phone);
  expect(wiped()).toBe(1);
  expect(await phone.waiting()).toBe(0);
  expect(await phone.rows()).toEqual([]);
  expect(phone.replicas()).toEqual([]);
  const meta = phone.db.connection();
  expect(await meta.get('meta', 'issued')).toBe(2);
  expect(await meta.get('meta', 'jobCounter')).toBe(1);
  expect(await meta.get('meta', 'removal')).toEqual({ wiped: true });
  await sync(phone);
  expect((await handedOver()).filter((id) => id === waiting?.id)).toHaveLength(1);
  expect(phone.errors).toEqual([]);
});

test('what is saved between the two answers is handed over twice as well before anything is deleted', async () => {
  const { phone, jobId, pass } = await removedPhone();
  await sync(phone);
  pass(61_000);
  await phone.openJob({ plate: 'MH12AB0002' });
  await sync(phone);
  expect(await phone.document(jobId)).toBeDefined();
  const waiting = await phone.db.connection().getAll('journal');
  expect(await handedOver()).toEqual(expect.arrayContaining(waiting.map(({ id }) => id)));
  pass(61_000);
  await sync(phone);
  expect(await phone.rows()).toEqual([]);
});

test('without a connection, or without the word of the server, nothing is deleted', async () => {
  const { phone, jobId, pass } = await removedPhone();
  await sync(phone);
  pass(600_000);
  const { network } = phone;
  phone.network = () => Promise.reject(new TypeError('network'));
  await expect(phone.engine.syncOnce()).rejects.toThrow('root');
  phone.network = (send, url, init) =>
    url.endsWith('/api/quarantine')
      ? Promise.resolve(Response.json({ stored: 0, kept: [] }))
      : network(send, url, init);
  await expect(phone.engine.syncOnce()).rejects.toThrow('not taken over');
  expect(await phone.waiting()).toBe(1);
  expect(await phone.document(jobId)).toBeDefined();
  // The next start, without signal, still says what happened.
  const next = await phone.reopen();
  next.network = () => Promise.reject(new TypeError('network'));
  await next.engine.start();
  await until(() => next.steps.includes('request:root'), 'it asks');
  expect(await phase(next)).toBe('removed');
  await next.engine.stop();
});

test('work of a person who was taken back comes to the owner though the server was put back to before that', async () => {
  const { person, phone, pass } = await removedPhone();
  await sync(phone);
  await server.backUp();
  await joinAgain(server, owner, person);
  await phone.engine.syncOnce();
  const jobId = await phone.openJob({ plate: 'MH12AB0009' });
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  await server.restore();
  await sync(phone);
  pass(61_000);
  await sync(phone);
  expect(await phone.rows()).toEqual([]);
  expect(await handedOver()).toContain(jobId);
});

test('a person who is taken back before that goes on as if nothing had been', async () => {
  const { person, phone, jobId, pass } = await removedPhone();
  await sync(phone);
  await joinAgain(server, owner, person);
  pass(61_000);
  await phone.engine.syncOnce();
  expect(await phone.waiting()).toBe(0);
  expect(await phase(phone)).toBe('idle');
  expect(await phone.db.connection().get('meta', 'removal')).toBeUndefined();
  expect(await phone.document(jobId)).toBeDefined();
});

test('a running engine notices while it waits for news, and after the deletion a return fills the phone again', async () => {
  const person = await joinAsManager(server, owner);
  let now = Date.now();
  const phone = await newPhone(server, person, { now: () => now, longestMs: 200 });
  const jobId = await phone.openJob();
  await phone.engine.start();
  await until(async () => (await phone.waiting()) === 0, 'it is sent');
  await remove(person);
  await until(async () => (await phase(phone)) === 'removed', 'it is noticed');
  await until(async () => (await phone.db.connection().get('meta', 'removal')) !== undefined, 'it is told');
  now += 61_000;
  await until(async () => (await phone.rows()).length === 0, 'it is deleted');
  await joinAgain(server, owner, person);
  phone.engine.restart();
  await until(async () => (await phone.document(jobId)) !== undefined, 'it is back');
  await phone.engine.stop();
  expect(phone.errors).toEqual([]);
}, 60_000);

test('another refusal with 403 is no end of the session and no removal', async () => {
  const phone = await newPhone(server, await joinAsManager(server, owner));
  await phone.openJob();
  const { network } = phone;
  let refused = 0;
  phone.network = (send, url, init) => {
    if (refused > 2) return network(send, url, init);
    refused += 1;
    const body = { error: 'forbidden', reason: 'No.', code: 'wrong_workshop' };
    return Promise.resolve(Response.json(body, { status: 403 }));
  };
  await phone.engine.start();
  await until(() => refused > 1, 'it was refused');
  expect(['idle', 'waiting']).toContain((await phase(phone)) ?? 'idle');
  await until(async () => (await phone.waiting()) === 0, 'it goes on by itself');
  await phone.engine.stop();
});
