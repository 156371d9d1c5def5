import { describe, expect, it } from 'vitest';
import { everyRow, hash, revision, type Current } from './contract-kit.ts';

/** How documents are found again. */
export function readingContract(current: Current): void {
  describe('reading', () => {
    it('answers undefined and nothing for what it does not know', async () => {
      expect(await current().get('a:none')).toBeUndefined();
      expect(await current().leaves('a:none')).toEqual([]);
      expect(await current().getLocal('none')).toBeUndefined();
    });

    it('does not return a deleted document but keeps its leaf', async () => {
      await current().bulkWrite([
        revision('a:1', 'a', { x: 1 }),
        revision('a:1', 'ab', { _deleted: true, access: [] }),
      ]);
      expect(await current().get('a:1')).toBeUndefined();
      expect((await current().leaves('a:1'))[0]).toMatchObject({ _deleted: true, access: [] });
    });

    it('reads leaves of many documents at once', async () => {
      await current().bulkWrite([revision('a:1', 'a'), revision('a:2', 'a'), revision('a:2', 'b')]);
      const leaves = await current().leavesOf(['a:1', 'a:2', 'a:3']);
      expect([...leaves].map(([id, list]) => [id, list.length])).toEqual([
        ['a:1', 1],
        ['a:2', 2],
        ['a:3', 0],
      ]);
    });

    it('answers revision requests in order, one row each, empty where absent', async () => {
      await current().bulkWrite([
        revision('a:1', 'a', { x: 1 }),
        revision('a:2', 'a', { x: 2 }),
        revision('a:2', 'ab', { x: 3 }),
      ]);
      const answers = await current().getRevisions(
        [
          { id: 'a:2', rev: `1-${hash('a')}` },
          { id: 'a:9', rev: `1-${hash('a')}` },
          { id: 'a:1', rev: `7-${hash('f')}` },
          { id: 'a:1' },
          { id: 'a:1', rev: 'nonsense' },
        ],
        { latest: true, revs: true },
      );
      expect(answers.map((row) => [row.id, row.docs.map((doc) => doc['x'])])).toEqual([
        ['a:2', [3]],
        ['a:9', []],
        ['a:1', []],
        ['a:1', [1]],
        ['a:1', []],
      ]);
      expect(answers[0]?.docs[0]?._revisions).toEqual({ start: 2, ids: [hash('b'), hash('a')] });
    });

    it('never answers a replaced revision, whether or not its body is still there', async () => {
      await current().bulkWrite([revision('a:1', 'a', { secret: 'old desk' })]);
      await current().bulkWrite([revision('a:1', 'ab', { x: 2 })]);
      const [old] = await current().getRevisions([{ id: 'a:1', rev: `1-${hash('a')}` }], { revs: true });
      expect(old).toEqual({ id: 'a:1', docs: [] });
    });

    it('answers every leaf of many hundred documents, once per id', async () => {
      const ids = Array.from({ length: 1100 }, (_, index) => `a:${index}`);
      await current().bulkWrite(ids.map((id) => revision(id, 'a', { id })));
      const leaves = await current().leavesOf([...ids, ...ids.slice(0, 50)]);
      expect([...leaves.keys()]).toEqual(ids);
      expect([...leaves.values()].every((list) => list.length === 1)).toBe(true);
    });

    it('returns bodies as they were given: deep, wide, in any script', async () => {
      const body = {
        text: 'गाड़ी 🚗 "\\ \u0000 \u2028',
        deep: { a: [{ b: [1, null, true, -0.5, 1e25] }] },
        '': 1,
      };
      await current().bulkWrite([revision('a:1', 'a', body)]);
      const { _id, _rev, ...stored } = (await current().get('a:1')) ?? { _id: '', _rev: '' };
      expect(stored).toEqual(body);
    });

    it('reads by keys and by range, without deleted documents', async () => {
      await current().bulkWrite([
        revision('member:1', 'a'),
        revision('member:2', 'a', { _deleted: true }),
        revision('member:3', 'a'),
        revision('zebra:1', 'a'),
      ]);
      const range = { startId: 'member:', endId: 'member:\uffff' };
      expect((await current().allDocs(range)).map((doc) => doc._id)).toEqual(['member:1', 'member:3']);
      expect(
        (await current().allDocs({ ...range, descending: true, limit: 1 })).map((doc) => doc._id),
      ).toEqual(['member:3']);
      expect(
        (await current().allDocs({ keys: ['zebra:1', 'member:2', 'none'] })).map((doc) => doc._id),
      ).toEqual(['zebra:1']);
    });

    it('keeps local documents out of the feed', async () => {
      await current().putLocal('checkpoint', { seq: 1 });
      await current().putLocal('checkpoint', { seq: 2 });
      expect(await current().getLocal('checkpoint')).toEqual({ seq: 2 });
      await current().removeLocal('checkpoint');
      await current().removeLocal('checkpoint');
      expect(await current().getLocal('checkpoint')).toBeUndefined();
      expect(await everyRow(current())).toEqual([]);
    });
  });
}
