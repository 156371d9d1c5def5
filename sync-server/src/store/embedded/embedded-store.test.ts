import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedStore } from './embedded-store-server.ts';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'revops-store-'));

describe('embedded store', () => {
  it('keeps at most the allowed number open, and a sleeping handle still answers', async () => {
    const server = await openEmbeddedStore({ folder: await makeFolder(), maxOpen: 3 });
    const stores = [];
    for (let n = 0; n < 10; n += 1) stores.push(await server.open(`ws-${n}`));
    for (const store of stores) {
      await store.put({ _id: 'a:1', jobId: 'job:1' });
      expect(await store.view('by-job', { keys: ['job:1'] })).toHaveLength(1);
    }
    expect(server.openCount).toBeLessThanOrEqual(3);
    await Promise.all(
      stores.map(async (store) => expect(await store.view('by-job', { keys: ['job:1'] })).toHaveLength(1)),
    );
    expect(await server.list()).toHaveLength(10);
    await server.close();
  });

  it('refuses a second server on the same folder in words and frees the folder on close', async () => {
    const folder = await makeFolder();
    const first = await openEmbeddedStore({ folder });
    await expect(openEmbeddedStore({ folder })).rejects.toThrow(/already running on .* DATA_DIR/);
    await first.close();
    await (await openEmbeddedStore({ folder })).close();
  });

  it('refuses names that could leave its folder', async () => {
    const folder = await makeFolder();
    const server = await openEmbeddedStore({ folder });
    for (const name of ['../evil', 'a/b', '..', '', 'A', 'ws-1-mrview-2', 'ws\u0000', 'x'.repeat(101)]) {
      await expect(server.open(name)).rejects.toMatchObject({ code: 'bad_request' });
    }
    expect(await readdir(join(folder, 'databases'))).toEqual([]);
    await server.close();
  });

  it('acknowledges nothing after a kill and keeps everything acknowledged before', async () => {
    const folder = await makeFolder();
    const first = await openEmbeddedStore({ folder });
    const store = await first.open('ws-1');
    await store.put({ _id: 'a:1', x: 1 });
    const racing = store.put({ _id: 'a:2' });
    const killed = first.kill();
    await expect(racing).rejects.toMatchObject({ code: 'unavailable' });
    await killed;
    await expect(store.get('a:1')).rejects.toMatchObject({ code: 'unavailable' });
    const second = await openEmbeddedStore({ folder });
    expect((await (await second.open('ws-1')).get('a:1'))?.['x']).toBe(1);
    await second.close();
  });

  it('marks each physical opening, so that files put back by hand can be noticed', async () => {
    const folder = await makeFolder();
    const openings = [];
    for (let n = 0; n < 2; n += 1) {
      const server = await openEmbeddedStore({ folder });
      openings.push((await (await server.open('ws-1')).info()).opening);
      await server.close();
    }
    expect(openings[0]).not.toBe(openings[1]);
  });

  it('tells a watcher that the feed broke when the server ends', async () => {
    const server = await openEmbeddedStore({ folder: await makeFolder() });
    const store = await server.open('ws-1');
    const broken = new Promise((resolve) => store.watch('0', { rows: () => undefined, broken: resolve }));
    await server.kill();
    expect(await broken).toMatchObject({ code: 'unavailable' });
  });

  it('is read while rivals of one document are joined, again and again', async () => {
    const server = await openEmbeddedStore({ folder: await makeFolder() });
    const store = await server.open('ws-1');
    const writing = new AbortController();
    const reading = (async () => {
      while (!writing.signal.aborted) await store.changes({ since: '0', limit: 500, includeDocs: true });
    })();
    let parents: readonly string[] = [];
    const hash = (round: number, letter: string): string => `${letter}${String(round).padStart(31, '0')}`;
    for (let round = 1; round <= 60; round += 1) {
      const start = parents.length + 1;
      const rivals = ['b', 'a'].map((letter) => [hash(round, letter), ...parents]);
      for (const ids of rivals)
        await store.bulkWrite([{ _id: 'a:1', _rev: `${start}-${ids[0]}`, _revisions: { start, ids } }]);
      const children = rivals.map((ids, index) => [hash(round, index === 0 ? 'd' : 'c'), ...ids]);
      const written = children.map((ids, index) => ({
        _id: 'a:1',
        _rev: `${start + 1}-${ids[0]}`,
        _revisions: { start: start + 1, ids },
        ...(index === 1 ? { _deleted: true } : { round }),
      }));
      await store.bulkWrite(written);
      parents = children[0] ?? [];
    }
    writing.abort();
    await reading;
    expect((await store.get('a:1'))?.['round']).toBe(60);
    await server.close();
  });

  it('turns a body it cannot store into a code', async () => {
    const server = await openEmbeddedStore({ folder: await makeFolder() });
    const store = await server.open('ws-1');
    await expect(store.put({ _id: 'a:1', _nonsense: 1 })).rejects.toMatchObject({ code: 'bad_request' });
    await server.close();
  });
});
