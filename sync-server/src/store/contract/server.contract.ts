import { describe, expect, it } from 'vitest';
import type { DocumentStore, StoreServer } from '../document-store.ts';

/** How databases are opened, listed and closed. */
export function serverContract(server: () => StoreServer, current: () => DocumentStore): void {
  describe('databases', () => {
    it('are listed by the names they were opened with', async () => {
      expect(await server().list()).toContain(current().name);
      expect(await server().exists(current().name)).toBe(true);
      expect(await server().exists('never-opened')).toBe(false);
    });

    it('keep nothing of what was destroyed', async () => {
      await current().put({ _id: 'a:1' });
      await current().destroy();
      const again = await server().open(current().name);
      expect(await again.get('a:1')).toBeUndefined();
    });

    it('refuse names that could leave their place', async () => {
      for (const name of ['../evil', 'a/b', '..', '', 'A', '_users', 'x'.repeat(101)])
        await expect(server().open(name)).rejects.toMatchObject({ code: 'bad_request' });
    });

    it('say where they stand and since when', async () => {
      const before = await current().info();
      await current().put({ _id: 'a:1' });
      const after = await current().info();
      expect(after.opening).toBe(before.opening);
      expect(after.openedAtSeq).toBe(before.openedAtSeq);
      expect(after.updateSeq).not.toBe(before.updateSeq);
      expect(Number.parseInt(after.openedAtSeq, 10)).toBeLessThan(Number.parseInt(after.updateSeq, 10));
    });

    it('answer many at once', async () => {
      const written = Array.from({ length: 120 }, (_, n) => current().put({ _id: `a:${n}`, n }));
      expect((await Promise.all(written)).every((put) => put.outcome === 'created')).toBe(true);
      const read = Array.from({ length: 240 }, (_, n) => current().get(`a:${n % 120}`));
      expect((await Promise.all(read)).every((doc, n) => doc?.['n'] === n % 120)).toBe(true);
    });

    it('answer a probe', async () => {
      await expect(server().ping()).resolves.toBeUndefined();
    });
  });
}
