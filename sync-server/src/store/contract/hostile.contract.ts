import { describe, expect, it } from 'vitest';
import { hash, revision, type Current } from './contract-kit.ts';

/** Names that mean something to a server, a file system or a query, and are ids all the same. */
const oddIds = [
  'a/b',
  'a?rev=1#x',
  '%2e%2e%2f_users',
  'x_local/../../_users',
  'a b+c&d',
  '../../etc/passwd',
  'गाड़ी:🚗',
  '"\\',
];

/** Names that no document may have, and that must not reach anything else. */
const noIds = ['', '_security', '_design/lookups', '_all_docs', '_local/x', '_changes'];

/** What a stranger could send. */
export function hostileContract(current: Current): void {
  describe('odd names', () => {
    it('are ids like others', async () => {
      await current().bulkWrite(oddIds.map((id) => revision(id, 'a', { is: id })));
      for (const id of oddIds) expect((await current().get(id))?.['is']).toBe(id);
      const leaves = await current().leavesOf(oddIds);
      expect([...leaves.values()].map((list) => list[0]?.['is'])).toEqual(oddIds);
      expect(await current().allDocs({ keys: oddIds })).toHaveLength(oddIds.length);
      for (const id of oddIds) expect((await current().put({ _id: id })).outcome).toBe('conflict');
    });

    it('that no document may have name nothing', async () => {
      for (const id of [...noIds, '.', '..']) {
        expect(await current().leaves(id)).toEqual([]);
        const [answer] = await current().getRevisions([{ id, rev: `1-${hash('a')}` }], { latest: true });
        expect(answer?.docs).toEqual([]);
      }
      for (const id of noIds.filter((name) => !name.startsWith('_design/')))
        expect(await current().get(id)).toBeUndefined();
      expect([...(await current().leavesOf(['a:1', ...noIds])).keys()]).toHaveLength(noIds.length + 1);
    });

    it('that no document may have cannot be written', async () => {
      for (const id of ['', '_security', '_nonsense']) {
        await expect(current().put({ _id: id })).rejects.toMatchObject({ code: 'bad_request' });
        await expect(current().bulkWrite([revision(id, 'a')])).rejects.toMatchObject({ code: 'bad_request' });
      }
    });

    it('of revisions are unknown and spoil nothing', async () => {
      await current().bulkWrite([revision('a:1', 'a')]);
      const revs = { 'a:1': [`1-${hash('a')}`, 'nonsense', '1-', '../..'], 'a:2': ['0'] };
      expect(Object.fromEntries(await current().missingRevisions(revs))).toEqual({
        'a:1': ['nonsense', '1-', '../..'],
        'a:2': ['0'],
      });
    });
  });

  describe('odd bodies', () => {
    it('with half a character do not hold up the others', async () => {
      const half = 'emoji \ud83d';
      await current().bulkWrite([revision('a:1', 'a', { half }), revision('a:2', 'a', { x: 2 })]);
      expect([half, 'emoji \ufffd']).toContain((await current().get('a:1'))?.['half']);
      expect((await current().get('a:2'))?.['x']).toBe(2);
    });

    it("that the store cannot keep are the sender's fault", async () => {
      await expect(current().put({ _id: 'a:1', _nonsense: 1 })).rejects.toMatchObject({
        code: 'bad_request',
      });
    });
  });
}
