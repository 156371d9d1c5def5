import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoreInfo } from '#src/store/document-store.ts';
import { openEmbeddedStore, type EmbeddedStoreServer } from '#src/store/embedded/embedded-store-server.ts';
import { BreakingStore } from '#src/testing/breaking-store.ts';
import { isStillGood, type FeedState } from './feed-state.ts';
import type { Timeline } from './kept-timelines.ts';
import { Timelines } from './timelines.ts';

const dayMs = 24 * 3_600_000;
let server: EmbeddedStoreServer;
let databases = 0;
let now = 0;
let breaking: BreakingStore;

beforeAll(async () => {
  server = await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-timelines-')) });
});
afterAll(() => server.close());
beforeEach(async () => {
  now = Date.parse('2026-01-01T00:00:00Z');
  breaking = new BreakingStore(await server.open(`ws-timelines-${(databases += 1)}`));
});

const timelinesHere = (): Timelines => new Timelines(breaking.store, () => now);
const write = (id: string) => breaking.store.put({ _id: id });
const seqNow = async (): Promise<string> => (await breaking.store.info()).updateSeq;

/** Opens the database as another process or another start would. */
async function openedAs(opening: string, timelines = timelinesHere()): Promise<FeedState> {
  breaking.opening = opening;
  return timelines.state();
}

describe('the list of timelines', () => {
  it('gets one entry per opening, however many processes share it', async () => {
    const [one, two] = [timelinesHere(), timelinesHere()];
    const first = await openedAs('a', one);
    expect((await two.state()).current.id).toBe(first.current.id);
    const second = await openedAs('b', two);
    expect(second.timelines).toHaveLength(2);
    expect((await timelinesHere().state()).timelines).toHaveLength(2);
  });

  it('is read again where another process may have opened the store, at once where the feed tells of it', async () => {
    const timelines = timelinesHere();
    await openedAs('a', timelines);
    await openedAs('b');
    breaking.opening = 'a';
    expect((await timelines.state()).timelines).toHaveLength(1);
    now += 3000;
    expect((await timelines.state()).timelines).toHaveLength(2);

    timelines.follow(true);
    await openedAs('c');
    const list = await breaking.store.get('timelines:self');
    if (list) timelines.heard(list);
    breaking.opening = 'a';
    expect((await timelines.state()).timelines).toHaveLength(3);
    expect(timelines.currentId).toBe((list?.['list'] as Timeline[] | undefined)?.at(-1)?.id);
  });

  it('names its current one without asking the store only while the feed is followed', async () => {
    const timelines = timelinesHere();
    const { current } = await timelines.state();
    expect(timelines.currentId).toBeUndefined();
    timelines.follow(true);
    expect(timelines.currentId).toBe(current.id);
  });

  it('gets one entry for each break, which takes no place away in the same opening', async () => {
    const timelines = timelinesHere();
    const before = await openedAs('a', timelines);
    await write('x');
    const place = await seqNow();
    await timelines.broke('a');
    await write('y');
    const after = await timelines.state();
    expect(after.timelines).toHaveLength(before.timelines.length + 1);
    expect(isStillGood(after, before.current.id, place)).toBe(true);
  });

  it('drops what was unused for 90 days, but never the first', async () => {
    const first = await openedAs('a');
    await openedAs('b');
    now += 91 * dayMs;
    const { timelines } = await openedAs('c');
    expect(timelines.map((entry) => entry.opening)).toEqual(['a', 'c']);
    expect(timelines[0]?.id).toBe(first.first.id);
  });

  it('goes on refusing places from before a restore when its entry is dropped', async () => {
    const { current } = await openedAs('a');
    for (let index = 0; index < 5; index += 1) await write(`a${index}`);
    const restored = await openedAs('b');
    for (let index = 0; index < 20; index += 1) await write(`b${index}`);
    const early = restored.current.begins;
    const late = await seqNow();
    now += 91 * dayMs;
    const state = await openedAs('c');
    expect(state.timelines).toHaveLength(2);
    expect(isStillGood(state, current.id, early)).toBe(true);
    expect(isStillGood(state, current.id, late)).toBe(false);
  });

  it('stays short where the store is opened all day', async () => {
    for (let opening = 0; opening < 320; opening += 1) {
      now += 60_000;
      await openedAs(`o${opening}`);
    }
    const { timelines } = await openedAs('last');
    expect(timelines.length).toBeLessThanOrEqual(301);
    expect(timelines[0]?.opening).toBe('o0');
    expect(timelines.at(-1)?.opening).toBe('last');
  });
});

describe('a place in the feed', () => {
  const entry = (id: string, begins: string, follows?: true): Timeline => {
    return { id, opening: id, begins, usedAt: '2026-01-01T00:00:00Z', ...(follows ? { follows } : {}) };
  };

  function stateOf(timelines: readonly Timeline[], info: Partial<StoreInfo> = {}): FeedState {
    const rest = { docCount: 0, opening: 'o', openedAtSeq: '0', comparable: true, updateSeq: '100', ...info };
    const [first] = timelines as [Timeline];
    return { info: rest, timelines, first, current: timelines.at(-1) ?? first };
  }

  it('is good up to where the next timeline begins', () => {
    const state = stateOf([entry('a', '0'), entry('b', '50'), entry('c', '70', true)]);
    expect(isStillGood(state, 'a', '50')).toBe(true);
    expect(isStillGood(state, 'a', '51')).toBe(false);
    expect(isStillGood(state, 'b', '90')).toBe(true);
    expect(isStillGood(state, 'b', '101')).toBe(false);
    expect(isStillGood(state, 'z', '1')).toBe(false);
  });

  it('is not judged by numbers on a cluster, whose copies count differently', () => {
    const state = stateOf([entry('a', '0'), entry('b', '0'), entry('c', '70', true)], { comparable: false });
    expect(isStillGood(state, 'c', '103-xyz')).toBe(true);
    expect(isStillGood(state, 'b', '103-xyz')).toBe(true);
    expect(isStillGood(state, 'a', '3-xyz')).toBe(false);
  });
});
