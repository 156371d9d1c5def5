import { connect, type Socket } from 'node:net';
import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createSyncGateway, type SyncGateway } from '../sync-gateway.ts';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { Phone, typed, type FeedAnswer } from '#src/testing/sync-kit.ts';
import type { LiveLimits } from './live-limits.ts';

let server: TestServer;
let gateway: SyncGateway;
let owner: Phone;
let open: Socket[] = [];

async function start(liveLimits: Partial<LiveLimits>): Promise<void> {
  // A busy machine that runs tests is not overloaded.
  const limits = { lagMs: Number.POSITIVE_INFINITY, ...liveLimits };
  server = await startServer({
    parts: (context) => {
      gateway = createSyncGateway({ ...context, longpollMs: 60_000, liveLimits: limits });
      return { syncRouter: gateway.router };
    },
  });
  owner = new Phone(server, await registerOwner(server));
}

afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy();
  open = [];
  await gateway.close();
  await server.stop();
});

/** A connection as a phone holds it, with what came over it so far. */
class Live {
  readonly socket: Socket;
  text = '';
  isClosed = false;

  constructor(phone: Phone, since: string, feed = 'longpoll', isRead = true) {
    const { port } = new URL(server.url);
    const { workshop, accessToken } = phone.session;
    this.socket = connect(Number(port), '127.0.0.1');
    open.push(this.socket);
    const query = `feed=${feed}&include_docs=true&since=${encodeURIComponent(since)}`;
    this.socket.write(
      `GET /sync/${workshop.id}/_changes?${query} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${accessToken}\r\n\r\n`,
    );
    this.socket.on('close', () => (this.isClosed = true));
    this.socket.on('error', () => undefined);
    if (isRead) this.socket.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
  }

  get isAnswered(): boolean {
    return this.text.includes('"last_seq"');
  }

  get status(): number {
    return Number(this.text.split(' ', 2)[1]);
  }

  get answer(): FeedAnswer {
    return JSON.parse(this.text.slice(this.text.indexOf('{'), this.text.lastIndexOf('}') + 1)) as FeedAnswer;
  }

  get ids(): readonly string[] {
    return this.answer.results.map((row) => row.id);
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function waiting(): Promise<number> {
  const { values } = await server.context.metrics.waitingPolls.get();
  return values[0]?.value ?? 0;
}

const placeOf = async (phone: Phone): Promise<string> => (await phone.changes('since=now')).last_seq;

describe('two thousand connections in one process', () => {
  it('are all woken by the rows that concern them, and by no others', async () => {
    await start({ perPerson: 1000 });
    const managers = await Promise.all(
      [1, 2, 3, 4].map(async () => new Phone(server, await joinWorkshop(server, owner.session))),
    );
    const people = [owner, ...managers];
    const lives = new Map<Phone, readonly Live[]>();
    for (const phone of people) {
      const since = await placeOf(phone);
      lives.set(
        phone,
        Array.from({ length: 400 }, () => new Live(phone, since)),
      );
    }
    await until(async () => (await waiting()) === 2000);
    const of = (phone: Phone): readonly Live[] => lives.get(phone) ?? [];
    const answered = (phone: Phone): number => of(phone).filter((live) => live.isAnswered).length;

    const [first, second] = managers as [Phone, Phone];
    const job = typed(first.openJob(), 'job');
    await first.send([job]);
    await until(() => answered(first) === 400 && answered(owner) === 400);
    for (const live of [...of(first), ...of(owner)]) expect(live.ids).toEqual([job._id]);
    expect(managers.slice(1).map(answered)).toEqual([0, 0, 0]);

    // Customers are shared with everybody who works there.
    const customer = typed(second.openJob(), 'customer');
    await second.send([customer]);
    await until(() => managers.slice(1).every((phone) => answered(phone) === 400));
    for (const phone of managers.slice(1))
      for (const live of of(phone)) expect(live.ids).toEqual([customer._id]);
    await until(async () => (await waiting()) === 0);
    expect(gateway.workshops.count).toBe(1);
  }, 60_000);
});

describe('live connections', () => {
  it('free their waiters when they close', async () => {
    await start({ perPerson: 100 });
    const since = await placeOf(owner);
    const feeds = ['longpoll', 'continuous'];
    const lives = feeds.flatMap((feed) => Array.from({ length: 20 }, () => new Live(owner, since, feed)));
    await until(async () => (await waiting()) === 40);
    for (const live of lives) live.socket.destroy();
    await until(async () => (await waiting()) === 0);
  });

  it('bring bodies with their ancestry where the reader wants it, and the store’s feed then brings none', async () => {
    await start({ perPerson: 100 });
    const since = await placeOf(owner);
    const [bare, whole] = ['longpoll', 'longpoll&revs=true'].map((feed) => new Live(owner, since, feed));
    await until(async () => (await waiting()) === 2);
    const job = typed(owner.openJob(), 'job');
    await owner.send([job]);
    await until(() => bare?.isAnswered === true && whole?.isAnswered === true);
    const { _revisions, ...body } = job;
    expect(bare?.answer.results.map(({ doc }) => doc)).toEqual([body]);
    expect(whole?.answer.results.map(({ doc }) => doc)).toEqual([{ ...body, _revisions }]);
    const stored = await owner.changes('include_docs=true&revs=true');
    expect(stored.results.some((row) => 'doc' in row)).toBe(false);
  });

  it('of one person end with the oldest when there are too many', async () => {
    await start({ perPerson: 2 });
    const manager = new Phone(server, await joinWorkshop(server, owner.session));
    const since = await placeOf(owner);
    const other = new Live(manager, await placeOf(manager));
    const first = new Live(owner, since);
    await until(async () => (await waiting()) === 2);
    const second = new Live(owner, since);
    await until(async () => (await waiting()) === 3);
    const third = new Live(owner, since);
    await until(() => first.isAnswered);
    expect(first.answer).toMatchObject({ results: [], last_seq: since });
    expect([second, third, other].some((live) => live.isAnswered)).toBe(false);
  });

  it('end when the client wants, and beat meanwhile as often as it wants', async () => {
    await start({});
    const since = await placeOf(owner);
    const live = new Live(owner, since, 'longpoll&timeout=2500&heartbeat=1');
    await until(() => live.isAnswered);
    expect(live.answer).toMatchObject({ results: [], last_seq: since });
    // Each beat is a chunk of one byte; more often than once a second is not heard of.
    const beats = live.text.split('\r\n1\r\n\n').length - 1;
    expect(beats).toBeGreaterThanOrEqual(1);
    expect(beats).toBeLessThanOrEqual(3);
  });

  it('are answered 503 and when to come back where there is no room, while others are served', async () => {
    await start({ waiting: 1 });
    const since = await placeOf(owner);
    const first = new Live(owner, since);
    await until(async () => (await waiting()) === 1);
    const answer = await owner.call(`/_changes?feed=longpoll&since=${encodeURIComponent(since)}`);
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ error: 'service_unavailable', code: 'unavailable' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(5);
    expect((await owner.call('/_changes?limit=1')).status).toBe(200);
    expect(first.isAnswered).toBe(false);
    const { values } = await server.context.metrics.overloadAnswers.get();
    expect(values[0]?.value).toBe(1);
  });

  it('are refused before anything is read when the server cannot keep up', async () => {
    await start({ lagMs: -1 });
    const answer = await server.call(`/sync/${owner.session.workshop.id}/_changes`);
    expect(answer.status).toBe(503);
    expect((await owner.call('/workshop:self')).status).toBe(200);
  });

  it('of readers that take nothing are cut instead of piling up', async () => {
    await start({ takenWithinMs: 100 });
    const store = await server.context.workshopStore(owner.session.workshop.id);
    const since = await placeOf(owner);
    const note = 'x'.repeat(500_000);
    for (let index = 0; index < 60; index += 1) {
      const hash = randomBytes(16).toString('hex');
      const body = { _id: `job:big-${index}`, _rev: `1-${hash}`, type: 'job', access: ['everyone'], note };
      await store.bulkWrite([{ ...body, _revisions: { start: 1, ids: [hash] } }]);
    }
    const live = new Live(owner, since, 'continuous', false);
    live.socket.pause();
    await until(async () => (await waiting()) === 1);
    await until(async () => (await waiting()) === 0);
    live.socket.resume();
    await until(() => live.isClosed);
  });
});

describe('what is too large', () => {
  /** A connection that has begun to send a body. */
  class Upload {
    readonly socket: Socket;
    text = '';
    isClosed = false;

    constructor(header: string) {
      const { workshop, accessToken } = owner.session;
      this.socket = connect(Number(new URL(server.url).port), '127.0.0.1');
      open.push(this.socket);
      this.socket.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
      this.socket.on('error', () => undefined);
      this.socket.on('close', () => (this.isClosed = true));
      this.socket.write(
        `POST /sync/${workshop.id}/_bulk_docs HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${accessToken}\r\n` +
          `Content-Type: application/json\r\n${header}\r\n\r\n`,
      );
    }
  }

  it('is refused before it is sent', async () => {
    await start({});
    const upload = new Upload('Content-Length: 900000000');
    upload.socket.write('{"docs":');
    await until(() => upload.isClosed);
    expect(upload.text).toContain(' 413 ');
    expect(upload.text).toContain('too_large');
  });

  it('but not by much is answered without cutting the connection', async () => {
    await start({});
    const size = 5 * 1024 * 1024;
    const upload = new Upload(`Content-Length: ${size}`);
    await until(() => upload.text.includes('too_large'));
    expect(upload.text).toContain(' 413 ');
    upload.socket.write('a'.repeat(size));
    const { workshop, accessToken } = owner.session;
    upload.socket.write(
      `GET /sync/${workshop.id} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${accessToken}\r\n\r\n`,
    );
    await until(() => upload.text.includes('update_seq'));
    expect(upload.isClosed).toBe(false);
  });

  it('and does not say so is cut off where the limit is', async () => {
    await start({});
    const upload = new Upload('Transfer-Encoding: chunked');
    const chunk = `10000\r\n${'a'.repeat(64 * 1024)}\r\n`;
    const most = 1024;
    let sent = 0;
    for (; sent < most && !upload.isClosed; sent += 1)
      if (!upload.socket.write(chunk)) await new Promise((resolve) => setTimeout(resolve, 1));
    expect(sent).toBeLessThan(most);
    expect(upload.text === '' || upload.text.includes(' 413 ')).toBe(true);
  });
});

it('a device is heard of on the address without a workshop too', async () => {
  await start({});
  const heard = await server.call('/sync/', {
    token: owner.session.accessToken,
    headers: { 'x-device-issued': '7' },
  });
  expect(heard.status).toBe(200);
  expect(await owner.get(`device:${owner.session.device?.id}`)).toMatchObject({ issued: 7 });
});
