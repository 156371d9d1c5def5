import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DocumentStore } from '../document-store.ts';
import { openEmbeddedStore } from './embedded-store-server.ts';

const makeFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'revops-index-'));
const inside = (folder: string): string => join(folder, 'databases', 'ws-1');

async function write(store: DocumentStore, prefix: string, count: number): Promise<void> {
  const hash = 'a'.repeat(32);
  const docs = Array.from({ length: count }, (_, n) => ({
    _id: `photo:${prefix}${n}`,
    _rev: `1-${hash}`,
    _revisions: { start: 1, ids: [hash] },
    jobId: `job:${n % 7}`,
  }));
  await store.bulkWrite(docs);
}

async function withStore<T>(
  folder: string,
  run: (store: DocumentStore) => Promise<T>,
  how: 'close' | 'kill' = 'close',
) {
  const server = await openEmbeddedStore({ folder });
  const result = await run(await server.open('ws-1'));
  await server[how]();
  return result;
}

const childrenOf = (job: string) => async (store: DocumentStore) =>
  (await store.view('by-job', { keys: [job] })).map((row) => row.id);

it('answers the same after closing, after a kill and without its file', async () => {
  const folder = await makeFolder();
  await withStore(folder, (store) => write(store, 'a', 70));
  const first = await withStore(folder, childrenOf('job:3'));
  expect(first).toHaveLength(10);
  expect(await withStore(folder, childrenOf('job:3'))).toEqual(first);
  await withStore(folder, (store) => write(store, 'b', 70), 'kill');
  expect(await withStore(folder, childrenOf('job:3'), 'kill')).toHaveLength(20);
  expect(await readdir(inside(folder))).toContain('revops-index.json');
  await rm(join(inside(folder), 'revops-index.json'));
  expect(await withStore(folder, childrenOf('job:3'))).toHaveLength(20);
});

it('does not trust a file that is broken or newer than a database put back by hand', async () => {
  const folder = await makeFolder();
  await withStore(folder, (store) => write(store, 'a', 7));
  const backup = await makeFolder();
  await cp(inside(folder), backup, { recursive: true });
  await withStore(folder, async (store) => {
    await write(store, 'b', 7);
    return childrenOf('job:3')(store);
  });
  await cp(join(inside(folder), 'revops-index.json'), join(backup, 'revops-index.json'));
  await rm(inside(folder), { recursive: true });
  await cp(backup, inside(folder), { recursive: true });
  const restored = await withStore(folder, async (store) => {
    await write(store, 'c', 7);
    await write(store, 'd', 7);
    return childrenOf('job:3')(store);
  });
  expect(restored).toEqual(['photo:a3', 'photo:c3', 'photo:d3']);
  await writeFile(join(inside(folder), 'revops-index.json'), '{"version":1,');
  expect(await withStore(folder, childrenOf('job:3'))).toEqual(restored);
});

it('follows a document that changes its keys, is deleted and comes back', async () => {
  const folder = await makeFolder();
  await withStore(folder, async (store) => {
    const first = await store.put({ _id: 'photo:1', jobId: 'job:1' });
    const rev = first.outcome === 'conflict' ? '' : first.rev;
    expect(await childrenOf('job:1')(store)).toEqual(['photo:1']);
    const second = await store.put({ _id: 'photo:1', _rev: rev, jobId: 'job:2' });
    expect([await childrenOf('job:1')(store), await childrenOf('job:2')(store)]).toEqual([[], ['photo:1']]);
    await store.put({
      _id: 'photo:1',
      _rev: second.outcome === 'conflict' ? '' : second.rev,
      _deleted: true,
    });
    expect(await childrenOf('job:2')(store)).toEqual([]);
    await store.put({ _id: 'photo:1', jobId: 'job:2' });
    expect(await childrenOf('job:2')(store)).toEqual(['photo:1']);
  });
});
