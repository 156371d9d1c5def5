import { describe, expect, it } from 'vitest';
import { everyRow, hash, revision, type Current } from './contract-kit.ts';

/** How documents get in. */
export function writingContract(current: Current): void {
  describe('writing with fixed revisions', () => {
    it('keeps the revision and the ancestry it was given', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { x: 1 })]);
      expect(await current().leaves('a:1')).toEqual([
        { _id: 'a:1', _rev: `2-${hash('b')}`, _revisions: { start: 2, ids: [hash('b'), hash('a')] }, x: 1 },
      ]);
    });

    it('changes nothing when the same revision is sent again', async () => {
      await current().bulkWrite([revision('a:1', 'a', { x: 1 })]);
      const before = await current().info();
      await current().bulkWrite([revision('a:1', 'a', { x: 1 })]);
      expect(await current().info()).toEqual(before);
    });

    it('stores leaf, join and tombstone of one document in one bulk', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { x: 'stored' })]);
      await current().bulkWrite([
        revision('a:1', 'ac', { x: 'incoming' }),
        revision('a:1', 'acd', { x: 'join' }),
        revision('a:1', 'abe', { _deleted: true, access: ['everyone'] }),
      ]);
      const leaves = await current().leaves('a:1');
      expect(leaves.map((leaf) => [leaf._rev[0], leaf['x'], leaf._deleted === true])).toEqual([
        ['3', 'join', false],
        ['3', undefined, true],
      ]);
      expect(leaves[1]?.['access']).toEqual(['everyone']);
      expect((await current().get('a:1'))?.['x']).toBe('join');
    });

    it('keeps both branches of a conflict and lists the winner first', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { x: 'b' }), revision('a:1', 'ac', { x: 'c' })]);
      expect((await current().leaves('a:1')).map((leaf) => leaf['x'])).toEqual(['c', 'b']);
      expect((await everyRow(current()))[0]?.leaves).toEqual([`2-${hash('c')}`, `2-${hash('b')}`]);
    });

    it('accepts a revision whose parents it never saw', async () => {
      await current().bulkWrite([revision('a:1', 'abcd', { x: 1 })]);
      expect((await current().get('a:1'))?._rev).toBe(`4-${hash('d')}`);
    });

    it('names only the revisions it has never seen', async () => {
      await current().bulkWrite([revision('a:1', 'ab')]);
      const missing = await current().missingRevisions({
        'a:1': [`1-${hash('a')}`, `2-${hash('b')}`, `2-${hash('c')}`],
        'a:2': [`1-${hash('a')}`],
      });
      expect(Object.fromEntries(missing)).toEqual({ 'a:1': [`2-${hash('c')}`], 'a:2': [`1-${hash('a')}`] });
    });
  });

  describe('writing with revisions of its own', () => {
    it('creates once and answers conflict from then on', async () => {
      expect((await current().put({ _id: 'claim:x', holder: 'a' })).outcome).toBe('created');
      expect(await current().put({ _id: 'claim:x', holder: 'b' })).toEqual({ outcome: 'conflict' });
      expect((await current().get('claim:x'))?.['holder']).toBe('a');
    });

    it('lets exactly one of many racing creations win', async () => {
      const outcomes = await Promise.all(
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((holder) => current().put({ _id: 'claim:x', holder })),
      );
      expect(outcomes.filter((row) => row.outcome === 'created')).toHaveLength(1);
      expect(outcomes.filter((row) => row.outcome === 'conflict')).toHaveLength(7);
    });

    it('gives a name away again once its document was deleted', async () => {
      const first = await current().put({ _id: 'claim:x', holder: 'a' });
      if (first.outcome === 'conflict') throw new Error('a new document met a conflict');
      await current().put({ _id: 'claim:x', _rev: first.rev, _deleted: true });
      expect(await current().get('claim:x')).toBeUndefined();
      expect((await current().put({ _id: 'claim:x', holder: 'b' })).outcome).toBe('created');
      expect((await current().get('claim:x'))?.['holder']).toBe('b');
    });

    it('ends in one leaf when many write the same join', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { x: 'b' }), revision('a:1', 'ac', { x: 'c' })]);
      const join = [
        revision('a:1', 'acd', { x: 'join' }),
        revision('a:1', 'abe', { _deleted: true, access: [] }),
      ];
      await Promise.all(Array.from({ length: 12 }, () => current().bulkWrite(join)));
      const live = (await current().leaves('a:1')).filter((leaf) => !leaf._deleted);
      expect(live.map((leaf) => leaf._rev)).toEqual([`3-${hash('d')}`]);
    });

    it('updates over the winning revision only', async () => {
      const first = await current().put({ _id: 'a:1', x: 1 });
      if (first.outcome === 'conflict') throw new Error('a new document met a conflict');
      const second = await current().put({ _id: 'a:1', _rev: first.rev, x: 2 });
      expect(second.outcome).toBe('created');
      expect(await current().put({ _id: 'a:1', _rev: first.rev, x: 3 })).toEqual({ outcome: 'conflict' });
      expect((await current().get('a:1'))?.['x']).toBe(2);
    });
  });
}
