import { describe, expect, it } from 'vitest';
import type { ChangesPage, DocumentStore } from '#src/store/document-store.ts';
import { readPage } from './read-page.ts';

/** A feed of `count` documents of about `bytes` each, which notes how much it was asked for at once. */
function feedOf(count: number, bytes: number) {
  const asked: number[] = [];
  const text = 'x'.repeat(bytes);
  const changes = ({ since, limit }: { since: string; limit: number }): Promise<ChangesPage> => {
    asked.push(limit);
    const from = Number(since);
    const rows = Array.from({ length: Math.min(limit, count - from) }, (_, index) => {
      const seq = String(from + index + 1);
      const doc = { _id: `a:${seq}`, _rev: '1-a', access: ['everyone'], text };
      return { seq, id: doc._id, rev: doc._rev, deleted: false, leaves: [doc._rev], doc };
    });
    const lastSeq = String(from + rows.length);
    return Promise.resolve({ rows, lastSeq, pending: count - from - rows.length });
  };
  return { store: { changes } as unknown as DocumentStore, asked };
}

describe('one page of the feed', () => {
  it('of the largest documents stays small, and reading goes on after it', async () => {
    const { store, asked } = feedOf(300, 500_000);
    const request = { limit: 5000, keys: ['everyone'] };
    let seen = 0;
    for (let since = '0', pending = 1; pending > 0;) {
      const page = await readPage(store, { ...request, since });
      expect(page.rows.length).toBeGreaterThan(0);
      expect(page.rows.length).toBeLessThanOrEqual(20);
      seen += page.rows.length;
      expect(page.lastSeq).toBe(String(seen));
      ({ pending, lastSeq: since } = page);
    }
    expect(seen).toBe(300);
    expect(Math.max(...asked)).toBeLessThanOrEqual(50);
  });

  it('reads on in few steps where documents are small, and in small ones where they are large', async () => {
    const small = feedOf(2000, 500);
    await readPage(small.store, { since: '0', limit: 5000, keys: ['everyone'] });
    expect(small.asked.slice(0, 2)).toEqual([50, 500]);
    const large = feedOf(100, 500_000);
    await readPage(large.store, { since: '0', limit: 5000, keys: ['nobody'] }).catch(() => undefined);
    expect(large.asked[1]).toBeLessThanOrEqual(8);
  });

  it('tells what was read while the next read is under way, in order and once', async () => {
    const { store, asked } = feedOf(1200, 100);
    const told: { readonly ids: readonly string[]; readonly reads: number }[] = [];
    const page = await readPage(store, { since: '0', limit: 1000, keys: ['everyone'] }, (rows) => {
      told.push({ ids: rows.map(({ id }) => id), reads: asked.length });
    });
    expect(told.flatMap(({ ids }) => ids)).toEqual(page.rows.map(({ id }) => id));
    expect(page.rows).toHaveLength(1000);
    expect(told.map(({ reads }) => reads)).toEqual([2, 3, 3]);
  });
});
