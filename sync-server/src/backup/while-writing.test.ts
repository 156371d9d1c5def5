import { expect, it } from 'vitest';
import type { RevisionBody } from '../store/document-store.ts';
import { addWorkshop, archiveOf, randomHash, scratchSource, testKey } from '../testing/backup-kit.ts';
import { restoreArchive } from './restoring/restore-archive.ts';
import { verifyArchive } from './verifying/verify-archive.ts';

const pairs = 1000;

function over(id: string, parent: RevisionBody | undefined, round: number): RevisionBody {
  const ids = [randomHash(), ...(parent?._revisions?.ids ?? [])];
  return { _id: id, _rev: `${ids.length}-${ids[0]}`, _revisions: { start: ids.length, ids }, round };
}

it('a backup under 2,000 documents that change loses none acknowledged before it, and tears no bulk apart', async () => {
  const source = await scratchSource();
  const target = await scratchSource();
  await addWorkshop(source, 'rao');
  const store = await source.stores.open('ws-rao');
  const newest = new Map<string, RevisionBody>();
  const write = async (pair: number, round: number): Promise<void> => {
    const ids = [`left:${pair}`, `right:${pair}`];
    const bodies = ids.map((id) => over(id, newest.get(id), round));
    await store.bulkWrite(bodies);
    for (const body of bodies) newest.set(body._id, body);
  };
  for (let pair = 0; pair < pairs; pair += 1) await write(pair, 1);
  const before = new Map(newest);

  const state = { isDone: false };
  const writing = (async () => {
    for (let count = 0; !state.isDone; count += 1) await write((count * 7) % pairs, 2 + count);
  })();
  const archive = await archiveOf(source).finally(() => (state.isDone = true));
  await writing;

  expect((await verifyArchive({ path: archive.path, key: testKey, source })).differences).toEqual([]);
  await restoreArchive(target, {
    path: archive.path,
    key: testKey,
    now: Date.now,
    into: 'empty',
    replace: false,
  });
  const restored = await target.stores.open('ws-rao');
  const lost = await restored.missingRevisions(
    Object.fromEntries([...before].map(([id, { _rev }]) => [id, [_rev]])),
  );
  expect([...lost]).toEqual([]);
  const docs = await restored.allDocs({ startId: 'left:', endId: 'left:\uffff' });
  const others = await restored.allDocs({ keys: docs.map(({ _id }) => _id.replace('left', 'right')) });
  expect(others.map((doc) => doc['round'])).toEqual(docs.map((doc) => doc['round']));
  expect(docs.length).toBe(pairs);
  await Promise.all([source.end(), target.end()]);
});
