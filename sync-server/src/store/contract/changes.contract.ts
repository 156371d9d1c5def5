import { describe, expect, it } from 'vitest';
import { everyRow, hash, revision, until, type Current } from './contract-kit.ts';

/** How what happened is told. */
export function changesContract(current: Current): void {
  describe('changes', () => {
    it('names each document once, at its newest place, with its body', async () => {
      const store = current();
      await store.bulkWrite([revision('a:1', 'a', { x: 1 }), revision('a:2', 'a', { x: 2 })]);
      await store.bulkWrite([revision('a:1', 'ab', { x: 3 })]);
      expect((await everyRow(current())).map((row) => [row.id, row.doc?.['x'], row.deleted])).toEqual([
        ['a:2', 2, false],
        ['a:1', 3, false],
      ]);
    });

    it('pages without losing or repeating and ends with nothing pending', async () => {
      const store = current();
      await store.bulkWrite(Array.from({ length: 25 }, (_, index) => revision(`a:${index + 10}`, 'a')));
      const seen: string[] = [];
      let since = '0';
      for (;;) {
        const page = await store.changes({ since, limit: 10 });
        seen.push(...page.rows.map((row) => row.id));
        since = page.lastSeq;
        if (page.pending === 0) break;
      }
      expect(seen).toHaveLength(25);
      expect(new Set(seen).size).toBe(25);
      expect(await everyRow(current(), since)).toEqual([]);
    });

    it('carries the tombstone and its access keys', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { _deleted: true, access: ['staff'] })]);
      expect((await everyRow(current()))[0]).toMatchObject({
        id: 'a:1',
        deleted: true,
        doc: { access: ['staff'], _deleted: true },
      });
    });

    it('tells a watcher every write, in order, once, until it stops', async () => {
      const store = current();
      await store.bulkWrite([revision('a:0', 'a')]);
      const seen: string[] = [];
      const watch = store.watch('0', {
        rows: (rows) => void seen.push(...rows.map((row) => row.id)),
        broken: (error) => void seen.push(String(error)),
      });
      for (let n = 1; n <= 20; n += 1) await store.bulkWrite([revision(`a:${n}`, 'a', { n })]);
      await store.put({ _id: 'a:21' });
      await until(() => seen.length >= 22);
      watch.stop();
      await store.put({ _id: 'a:22' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(seen).toEqual(Array.from({ length: 22 }, (_, n) => `a:${n}`));
    });

    it('names every leaf, winner first, without bodies too', async () => {
      await current().bulkWrite([
        revision('a:1', 'ab', { x: 1 }),
        revision('a:1', 'ac', { x: 2 }),
        revision('a:1', 'ade', { _deleted: true }),
      ]);
      const { rows } = await current().changes({ since: '0', limit: 10 });
      expect(
        rows.map(({ rev, leaves: [first, ...others], deleted, doc }) => ({
          rev,
          first,
          others: others.toSorted(),
          deleted,
          doc,
        })),
      ).toEqual([
        {
          rev: `2-${hash('c')}`,
          first: `2-${hash('c')}`,
          others: [`2-${hash('b')}`, `3-${hash('e')}`],
          deleted: false,
          doc: undefined,
        },
      ]);
    });

    it('go on from the place of any row', async () => {
      await current().bulkWrite(['a:1', 'a:2', 'a:3'].map((id) => revision(id, 'a')));
      const rows = await everyRow(current());
      for (const [index, row] of rows.entries())
        expect((await everyRow(current(), row.seq)).map(({ id }) => id)).toEqual(
          rows.slice(index + 1).map(({ id }) => id),
        );
    });

    it('tell a watcher a long backlog in order and wait for it between batches', async () => {
      const ids = Array.from({ length: 1200 }, (_, index) => `a:${index}`);
      for (let at = 0; at < ids.length; at += 300)
        await current().bulkWrite(ids.slice(at, at + 300).map((id) => revision(id, 'a')));
      const expected = (await everyRow(current())).map((row) => row.id);
      const seen: string[] = [];
      let running = 0;
      let most = 0;
      const watch = current().watch('0', {
        async rows(rows) {
          most = Math.max(most, (running += 1));
          await new Promise((resolve) => setTimeout(resolve, 5));
          seen.push(...rows.map((row) => row.id));
          running -= 1;
        },
        broken: (error) => void seen.push(String(error)),
      });
      await until(() => seen.length >= 1200);
      watch.stop();
      expect(seen.slice(0, 1000)).toEqual(expected);
      expect([seen.length, most]).toEqual([1200, 1]);
    });

    it('tell a watcher the bodies of tombstones', async () => {
      await current().bulkWrite([revision('a:1', 'a', { access: ['staff'] })]);
      const { updateSeq } = await current().info();
      const seen: unknown[] = [];
      const watch = current().watch(updateSeq, {
        rows: (rows) => void seen.push(...rows.map((row) => [row.deleted, row.doc?.['access']])),
        broken: () => undefined,
      });
      await current().bulkWrite([revision('a:1', 'ab', { _deleted: true, access: ['desk:x'] })]);
      await until(() => seen.length > 0);
      watch.stop();
      expect(seen).toEqual([[true, ['desk:x']]]);
    });
  });
}
