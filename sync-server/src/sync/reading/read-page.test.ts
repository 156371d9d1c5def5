import { describe, expect, it } from 'vitest';
import type { ChangesPage, DocumentStore } from '#src/store/document-store.ts';
import { readPage } from './read-page.ts';

const longText = 'x'.repeat(500_000);

/** A feed of `count` documents of about so many bytes, which notes how much it was asked for at once. */
function feedOf(count: number, bytes: number | ((index: number) => number)) {
  const asked: number[] = [];
  const textOf = (at: number): string => longText.slice(0, typeof bytes === 'number' ? bytes : bytes(at));
  const changes = ({ since, limit }: { since: string; limit: number }): Promise<ChangesPage> => {
    asked.push(limit);
    const from = Number(since);
    const rows = Array.from({ length: Math.min(limit, count - from) }, (_, index) => {
      const seq = String(from + index + 1);
      const doc = { _id: `a:${seq}`, _rev: '1-a', access: ['everyone'], text: textOf(from + index) };
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

  it('remembers how large documents are, so that a thousand small ones take two reads', async () => {
    const { store, asked } = feedOf(3000, 500);
    const request = { limit: 1000, keys: ['everyone'] };
    const first = await readPage(store, { ...request, since: '0' });
    asked.length = 0;
    const second = await readPage(store, { ...request, since: first.lastSeq });
    expect(second.rows).toHaveLength(1000);
    expect(asked).toEqual([500, 500]);
  });

  it('asks for no more than a reader wants, and trusts a few small documents no further than none', async () => {
    const { store, asked } = feedOf(3000, 500);
    const request = { since: '0', keys: ['everyone'] };
    await readPage(store, { ...request, limit: 20 });
    await readPage(store, { ...request, limit: 1000 });
    expect(asked.slice(0, 2)).toEqual([50, 500]);
    asked.length = 0;
    await readPage(store, { ...request, limit: 20 });
    await readPage(store, { ...request, limit: 200 });
    expect(asked).toEqual([50, 200]);
  });

  it('is careful again as soon as one large document came', async () => {
    const { store, asked } = feedOf(200, (at) => (at === 100 ? 500_000 : 500));
    const request = { limit: 1000, keys: ['everyone'] };
    await readPage(store, { ...request, since: '0', limit: 100 });
    await readPage(store, { ...request, since: '100', limit: 1 });
    asked.length = 0;
    await readPage(store, { ...request, since: '101' });
    expect(asked[0]).toBeLessThanOrEqual(8);
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
