import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { LiveParts } from './reading/live-parts.ts';
import { Workshops } from './workshops.ts';

let server: TestServer;
let ids: string[];
let now: number;
let taken: string[];

beforeAll(async () => {
  server = await startServer();
  ids = [];
  for (let count = 0; count < 4; count += 1) ids.push((await registerOwner(server)).workshop.id);
});
afterAll(() => server.stop());

beforeEach(() => {
  now = 1_000_000;
  taken = [];
});

function workshopsOf(limits: { idleMs?: number; maxOpen?: number }): Workshops {
  const options = { ...server.context, now: () => now, longpollMs: 1000 };
  const live = new LiveParts(undefined, server.context.metrics);
  live.close();
  const workshops = new Workshops(options, live, limits);
  workshops.onOpen((workshop) => taken.push(workshop.id));
  return workshops;
}

describe('the workshops of one process', () => {
  it('are taken up once and told of before anybody uses them', async () => {
    const workshops = workshopsOf({});
    const [one] = ids as [string];
    const [first, second] = await Promise.all([workshops.of(one), workshops.of(one)]);
    expect(first).toBe(second);
    expect(taken).toEqual([one]);
    await workshops.close();
  });

  it('are let go when nobody came for a while, but not under somebody who waits', async () => {
    const workshops = workshopsOf({ idleMs: 1000 });
    const [quiet, busy] = ids as [string, string];
    await workshops.of(quiet);
    const { feed } = await workshops.of(busy);
    const waiter = await feed.join('all');
    now += 2000;
    workshops.release();
    expect(workshops.count).toBe(1);
    expect(await workshops.of(busy)).toMatchObject({ feed });
    feed.leave(waiter);
    now += 2000;
    workshops.release();
    expect(workshops.count).toBe(0);
    expect(feed.isRunning).toBe(false);
    await workshops.of(quiet);
    expect(taken).toEqual([quiet, busy, quiet]);
    await workshops.close();
  });

  it('are at most so many: the one that was used longest ago goes first', async () => {
    const workshops = workshopsOf({ maxOpen: 2 });
    const [a, b, c] = ids as [string, string, string];
    await workshops.of(a);
    await workshops.of(b);
    await workshops.of(a);
    await workshops.of(c);
    expect(workshops.count).toBe(2);
    await workshops.of(a);
    expect(taken).toEqual([a, b, c]);
    await workshops.of(b);
    expect(taken).toEqual([a, b, c, b]);
    await workshops.close();
  });

  it('one that was let go still serves whoever holds it', async () => {
    const workshops = workshopsOf({ idleMs: 1000 });
    const [one] = ids as [string];
    const held = await workshops.of(one);
    now += 2000;
    workshops.release();
    const waiter = await held.feed.join('all');
    const { store } = await workshops.of(one);
    const waiting = waiter.wait(10_000);
    await store.put({ _id: 'job:x', type: 'job', access: ['everyone'] });
    expect(await waiting).toBe('rows');
    held.feed.close();
    await workshops.close();
  });

  it('that could not be opened is tried again', async () => {
    const workshops = workshopsOf({});
    await expect(workshops.of('NO/SUCH NAME')).rejects.toThrow(Error);
    expect(workshops.count).toBe(0);
  });
});
