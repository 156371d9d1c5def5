import { md5 } from '@revops/domain';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { revision } from '../store/contract/contract-kit.ts';
import type { RevisionBody } from '../store/document-store.ts';
import { addFile, addWorkshop, archiveOf, everyLeaf, scratchSource, testKey } from '../testing/backup-kit.ts';
import { restoreArchive } from './restoring/restore-archive.ts';
import { verifyArchive } from './verifying/verify-archive.ts';

const isTimelines = (id: string): boolean => id === 'timelines:self';
const restoring = { key: testKey, now: Date.now, into: 'empty', replace: false } as const;

/** Branches of one document: each a path from the first revision, ended by a body or a tombstone with its keys. */
const branch = fc.record({
  path: fc.string({ unit: fc.constantFrom('b', 'c', 'd'), maxLength: 3 }).map((rest) => `a${rest}`),
  deleted: fc.boolean(),
  body: fc.jsonValue(),
});
/** As with real hashes, one names a revision and all that came before it. */
function grown(id: string, path: string, extra: Record<string, unknown>): RevisionBody {
  const ids = Array.from(path, (_step, depth) => md5(path.slice(0, depth + 1))).toReversed();
  return { _id: id, _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids }, ...extra };
}

const documents = fc.array(fc.array(branch, { minLength: 1, maxLength: 4 }), { maxLength: 12 });

it('what is restored is what was backed up, leaf for leaf: conflicts, tombstones, bodies, ancestry', async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (all) => {
      const source = await scratchSource();
      const target = await scratchSource();
      try {
        await addWorkshop(source, 'rao');
        const store = await source.stores.open('ws-rao');
        for (const [index, branches] of all.entries()) {
          const revisions = branches.map(({ path, deleted, body }) =>
            grown(`entry:${index}`, path, {
              body,
              access: ['owner'],
              ...(deleted ? { _deleted: true } : {}),
            }),
          );
          await store.bulkWrite(revisions);
        }
        const { path } = await archiveOf(source);
        await restoreArchive(target, { ...restoring, path });
        expect(await everyLeaf(target, isTimelines)).toEqual(await everyLeaf(source));
      } finally {
        await Promise.all([source.end(), target.end()]);
      }
    }),
    { numRuns: 25 },
  );
});

it('brings files back byte for byte and finds nothing different in a scratch store and in the source', async () => {
  const source = await scratchSource();
  await addWorkshop(source, 'rao');
  await addWorkshop(source, 'shah');
  for (const size of [40, 70_000, 300_000]) await addFile(source, 'rao', size);
  const { path, manifest } = await archiveOf(source);
  expect(manifest.files).toEqual({ count: 3, bytes: 370_040 });
  expect(await verifyArchive({ path, key: testKey, source })).toEqual({
    manifest,
    differences: [],
    notes: [],
  });
  await source.end();
});

it('doing it twice changes nothing but the timeline', async () => {
  const source = await scratchSource();
  const target = await scratchSource();
  await addWorkshop(source, 'rao');
  await (await source.stores.open('ws-rao')).bulkWrite([revision('job:1', 'ab'), revision('job:1', 'ac')]);
  const { path } = await archiveOf(source);
  await restoreArchive(target, { ...restoring, path });
  const once = await everyLeaf(target, isTimelines);
  await restoreArchive(target, { ...restoring, path, into: 'existing' });
  expect(await everyLeaf(target, isTimelines)).toEqual(once);
  await Promise.all([source.end(), target.end()]);
});

it('joins with what is there: the newer stays, and only --replace takes it away', async () => {
  const source = await scratchSource();
  await addWorkshop(source, 'rao');
  const store = await source.stores.open('ws-rao');
  await store.bulkWrite([revision('job:1', 'a', { at: 'backup' })]);
  const { path } = await archiveOf(source);
  await store.bulkWrite([revision('job:1', 'ab', { at: 'later' }), revision('job:2', 'a')]);
  const existing = { ...restoring, path, into: 'existing' } as const;
  await expect(restoreArchive(source, { ...restoring, path })).rejects.toThrow(/There is data already/);
  await restoreArchive(source, existing);
  expect((await store.get('job:1'))?.['at']).toBe('later');
  expect(await store.get('job:2')).toBeDefined();
  await restoreArchive(source, { ...existing, replace: true });
  expect((await store.get('job:1'))?.['at']).toBe('backup');
  expect(await store.get('job:2')).toBeUndefined();
  await source.end();
});

it('one workshop comes back with its people and without anybody else', async () => {
  const source = await scratchSource();
  const target = await scratchSource();
  for (const id of ['rao', 'shah']) await addWorkshop(source, id);
  const { path } = await archiveOf(source);
  await restoreArchive(target, { ...restoring, path, workshop: 'rao' });
  expect(await target.stores.list()).not.toContain('ws-shah');
  const system = await target.stores.open('revops-system');
  expect(await system.get('account:rao@example.com')).toBeDefined();
  expect(await system.get('user:asha-rao')).toBeDefined();
  expect(await system.get('account:shah@example.com')).toBeUndefined();
  await expect(restoreArchive(target, { ...restoring, path, workshop: 'iyer' })).rejects.toThrow(
    /no workshop iyer/,
  );
  await Promise.all([source.end(), target.end()]);
});

it('every restored workshop stands on a new timeline on which no earlier place is good', async () => {
  const source = await scratchSource();
  const target = await scratchSource();
  await addWorkshop(source, 'rao');
  const { path } = await archiveOf(source);
  await restoreArchive(target, { ...restoring, path });
  const doc = await (await target.stores.open('ws-rao')).get('timelines:self');
  const list = doc?.['list'] as readonly { readonly begins: string; readonly follows?: true }[];
  expect(list.at(-1)).toMatchObject({ begins: '0' });
  expect(list.at(-1)).not.toHaveProperty('follows');
  await Promise.all([source.end(), target.end()]);
});
