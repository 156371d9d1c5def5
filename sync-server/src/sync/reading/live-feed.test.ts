import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedStore, type EmbeddedStoreServer } from '#src/store/embedded/embedded-store-server.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { BreakingStore } from '#src/testing/breaking-store.ts';
import { isStillGood } from '../feed-state.ts';
import { Timelines } from '../timelines.ts';
import { LiveClock } from './live-clock.ts';
import { LiveFeed } from './live-feed.ts';

let server: EmbeddedStoreServer;
let databases = 0;
let real: DocumentStore;
let breaking: BreakingStore;
let timelines: Timelines;
let feed: LiveFeed;
let heard: string[];

beforeAll(async () => {
  server = await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-live-')) });
});
afterAll(() => server.close());

beforeEach(async () => {
  real = await server.open(`ws-live-${(databases += 1)}`);
  breaking = new BreakingStore(real);
  timelines = new Timelines(breaking.store, Date.now);
  const options = { clock: new LiveClock(5), mendMs: 1, idleMs: 20 };
  feed = new LiveFeed(breaking.store, timelines, options);
  heard = [];
  feed.listen((rows) => heard.push(...rows.map((row) => row.id)));
});
afterEach(() => feed.close());

const write = (id: string, ...access: string[]) => real.put({ _id: id, type: 'job', access });
const entries = (): string[] => heard.filter((id) => id !== 'timelines:self');

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 2));
}

const running = (): boolean => feed.isRunning;

describe('one feed for all who wait', () => {
  it('follows the database once, however many wait, and sleeps when nobody does', async () => {
    const waiters = await Promise.all(Array.from({ length: 50 }, () => feed.join(['everyone'])));
    expect(breaking.watchers.size).toBe(1);
    expect(feed.waiting).toBe(50);
    for (const waiter of waiters) feed.leave(waiter);
    await until(() => breaking.watchers.size === 0);
    expect(feed.isRunning).toBe(false);
  });

  it('tells how far a device has counted with what that device sends, or a moment later', async () => {
    const waiter = await feed.join(['everyone']);
    const start = feed.mark();
    await write('device:1', 'everyone');
    expect(await waiter.wait(100)).toBe('timeout');
    await write('job:1', 'everyone');
    expect(await waiter.wait(5000)).toBe('rows');
    expect(start && feed.after(start, ['everyone'], 10)?.rows.map((row) => row.id)).toEqual([
      'device:1',
      'job:1',
    ]);
    expect(await waiter.wait(5000)).toBe('rows');
  });

  it('wakes each reader for rows of its keys, and finds places by exact seq', async () => {
    const [mine, theirs] = await Promise.all([feed.join(['desk:me']), feed.join(['desk:you'])]);
    const start = feed.mark();
    await write('job:1', 'desk:me');
    expect(await mine.wait(5000)).toBe('rows');
    expect(await theirs.wait(20)).toBe('timeout');
    const seq = (await real.info()).updateSeq;
    expect(feed.find(seq)?.at).toBe(feed.mark()?.at);
    expect(feed.find(`${seq}0`)).toBeUndefined();
    if (!start) throw new Error('a running feed remembers');
    expect(feed.after(start, ['desk:me'], 10)?.rows.map((row) => row.id)).toEqual(['job:1']);
    expect(feed.after(start, ['desk:you'], 10)?.rows).toEqual([]);
  });

  it('goes on where it was after a sleep: listeners hear every row once', async () => {
    await feed.wake();
    await write('job:1');
    await until(() => entries().length === 1);
    await until(() => !feed.isRunning);
    await write('job:2');
    await write('job:3');
    expect(entries()).toEqual(['job:1']);
    expect(feed.find((await real.info()).updateSeq)).toBeUndefined();
    await feed.wake();
    await write('job:4');
    await until(() => entries().length === 4);
    expect(entries()).toEqual(['job:1', 'job:2', 'job:3', 'job:4']);
  });

  it('is not begun for requests, which only keep it a while longer', async () => {
    feed.used();
    await timelines.state();
    expect(feed.isRunning).toBe(false);
    await feed.wake();
    feed.used();
    expect(feed.isRunning).toBe(true);
    await until(() => !feed.isRunning);
  });

  it('answers whoever comes after its end at once', async () => {
    const waiting = (await feed.join('all')).wait(5000);
    feed.close();
    expect(await waiting).toBe('ended');
    expect(await (await feed.join('all')).wait(5000)).toBe('ended');
  });
});

describe('a feed that breaks', () => {
  it('enters a timeline, tells every row once and in order, and wakes who waits', async () => {
    const waiter = await feed.join(['desk:me']);
    await write('job:1', 'desk:you');
    await until(() => entries().length === 1);
    const before = (await timelines.state()).timelines.length;
    breaking.breakFeeds();
    await write('job:2', 'desk:me');
    await write('job:3', 'desk:you');
    expect(await waiter.wait(5000)).toBe('rows');
    await until(() => entries().length === 3);
    expect(entries()).toEqual(['job:1', 'job:2', 'job:3']);
    expect((await timelines.state()).timelines).toHaveLength(before + 1);
    expect(breaking.watchers.size).toBe(1);
  });

  it('keeps trying while the store is down; who waits goes on waiting and misses nothing', async () => {
    const waiter = await feed.join('all');
    breaking.isDown = true;
    breaking.breakFeeds();
    await write('job:1', 'desk:me');
    expect(await waiter.wait(30)).toBe('timeout');
    breaking.isDown = false;
    expect(await waiter.wait(5000)).toBe('rows');
    await until(() => entries().length === 1);
  });

  it('loses no row over any number of breaks', async () => {
    await feed.join('all');
    const ids = Array.from({ length: 60 }, (_, index) => `job:${String(index).padStart(2, '0')}`);
    for (const [index, id] of ids.entries()) {
      await write(id, 'desk:me');
      if (index % 7 === 3) breaking.breakFeeds();
    }
    await until(() => entries().length >= ids.length);
    expect(entries()).toEqual(ids);
  });

  it('leaves every place good that was handed out before, where the store was not opened anew', async () => {
    await feed.join('all');
    await write('job:1', 'desk:me');
    const { current, info } = await timelines.state();
    breaking.breakFeeds();
    await until(() => !running());
    await until(running);
    await write('job:2', 'desk:me');
    const after = await timelines.state();
    expect(after.current.id).not.toBe(current.id);
    expect(isStillGood(after, current.id, info.updateSeq)).toBe(true);
  });

  it('begins anew where the store was opened anew and no longer knows what was told last', async () => {
    breaking.opening = 'first';
    const waiter = await feed.join(['desk:me']);
    await write('job:1', 'desk:you');
    await until(() => entries().length === 1);
    const mark = feed.mark();
    const other = await server.open(`ws-live-${(databases += 1)}`);
    // As if older files had been put back: the row that was told is not in them.
    real.missingRevisions = (revs) => other.missingRevisions(revs);
    breaking.opening = 'second';
    breaking.breakFeeds();
    expect(await waiter.wait(5000)).toBe('rows');
    if (!mark) throw new Error('a running feed remembers');
    expect(feed.after(mark, 'all', 10)).toBeUndefined();
  });
});
