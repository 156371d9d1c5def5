import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangesRow, DocumentStore, RevisionBody, StoreServer } from './document-store.ts';

const hash = (letter: string): string => letter.repeat(32);

function revision(id: string, path: string, extra: Record<string, unknown> = {}): RevisionBody {
  const ids = path.split('').toReversed().map(hash);
  return {
    _id: id,
    _rev: `${path.length}-${ids[0] ?? ''}`,
    _revisions: { start: path.length, ids },
    ...extra,
  };
}

async function until(done: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('it did not happen within 10 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The behaviour every store owes the gateway; run once per implementation. */
export function documentStoreContract(name: string, makeServer: () => Promise<StoreServer>): void {
  describe(`document store contract: ${name}`, () => {
    let server: StoreServer;
    let store: DocumentStore;
    let serial = 0;

    beforeAll(async () => {
      server = await makeServer();
    });
    afterAll(() => server.close());
    beforeEach(async () => {
      serial += 1;
      store = await server.open(`contract-${serial}`);
    });

    const all = async (since = '0') => (await store.changes({ since, limit: 1000, includeDocs: true })).rows;

    describe('writing with fixed revisions', () => {
      it('keeps the revision and the ancestry it was given', async () => {
        await store.bulkWrite([revision('a:1', 'ab', { x: 1 })]);
        expect(await store.leaves('a:1')).toEqual([
          { _id: 'a:1', _rev: `2-${hash('b')}`, _revisions: { start: 2, ids: [hash('b'), hash('a')] }, x: 1 },
        ]);
      });

      it('changes nothing when the same revision is sent again', async () => {
        await store.bulkWrite([revision('a:1', 'a', { x: 1 })]);
        const before = await store.info();
        await store.bulkWrite([revision('a:1', 'a', { x: 1 })]);
        expect(await store.info()).toEqual(before);
      });

      it('stores leaf, join and tombstone of one document in one bulk', async () => {
        await store.bulkWrite([revision('a:1', 'ab', { x: 'stored' })]);
        await store.bulkWrite([
          revision('a:1', 'ac', { x: 'incoming' }),
          revision('a:1', 'acd', { x: 'join' }),
          revision('a:1', 'abe', { _deleted: true, access: ['everyone'] }),
        ]);
        const leaves = await store.leaves('a:1');
        expect(leaves.map((leaf) => [leaf._rev[0], leaf['x'], leaf._deleted === true])).toEqual([
          ['3', 'join', false],
          ['3', undefined, true],
        ]);
        expect(leaves[1]?.['access']).toEqual(['everyone']);
        expect((await store.get('a:1'))?.['x']).toBe('join');
      });

      it('keeps both branches of a conflict and lists the winner first', async () => {
        await store.bulkWrite([revision('a:1', 'ab', { x: 'b' }), revision('a:1', 'ac', { x: 'c' })]);
        expect((await store.leaves('a:1')).map((leaf) => leaf['x'])).toEqual(['c', 'b']);
        expect((await all())[0]?.leaves).toEqual([`2-${hash('c')}`, `2-${hash('b')}`]);
      });

      it('accepts a revision whose parents it never saw', async () => {
        await store.bulkWrite([revision('a:1', 'abcd', { x: 1 })]);
        expect((await store.get('a:1'))?._rev).toBe(`4-${hash('d')}`);
      });

      it('names only the revisions it has never seen', async () => {
        await store.bulkWrite([revision('a:1', 'ab')]);
        const missing = await store.missingRevisions({
          'a:1': [`1-${hash('a')}`, `2-${hash('b')}`, `2-${hash('c')}`],
          'a:2': [`1-${hash('a')}`],
        });
        expect(Object.fromEntries(missing)).toEqual({ 'a:1': [`2-${hash('c')}`], 'a:2': [`1-${hash('a')}`] });
      });
    });

    describe('writing with revisions of its own', () => {
      it('creates once and answers conflict from then on', async () => {
        expect((await store.put({ _id: 'claim:x', holder: 'a' })).outcome).toBe('created');
        expect(await store.put({ _id: 'claim:x', holder: 'b' })).toEqual({ outcome: 'conflict' });
        expect((await store.get('claim:x'))?.['holder']).toBe('a');
      });

      it('lets exactly one of many racing creations win', async () => {
        const outcomes = await Promise.all(
          ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((holder) => store.put({ _id: 'claim:x', holder })),
        );
        expect(outcomes.filter((row) => row.outcome === 'created')).toHaveLength(1);
        expect(outcomes.filter((row) => row.outcome === 'conflict')).toHaveLength(7);
      });

      it('updates over the winning revision only', async () => {
        const first = await store.put({ _id: 'a:1', x: 1 });
        if (first.outcome === 'conflict') throw new Error('a new document met a conflict');
        const second = await store.put({ _id: 'a:1', _rev: first.rev, x: 2 });
        expect(second.outcome).toBe('created');
        expect(await store.put({ _id: 'a:1', _rev: first.rev, x: 3 })).toEqual({ outcome: 'conflict' });
        expect((await store.get('a:1'))?.['x']).toBe(2);
      });
    });

    describe('reading', () => {
      it('answers undefined and nothing for what it does not know', async () => {
        expect(await store.get('a:none')).toBeUndefined();
        expect(await store.leaves('a:none')).toEqual([]);
        expect(await store.getLocal('none')).toBeUndefined();
      });

      it('does not return a deleted document but keeps its leaf', async () => {
        await store.bulkWrite([
          revision('a:1', 'a', { x: 1 }),
          revision('a:1', 'ab', { _deleted: true, access: [] }),
        ]);
        expect(await store.get('a:1')).toBeUndefined();
        expect((await store.leaves('a:1'))[0]).toMatchObject({ _deleted: true, access: [] });
      });

      it('reads leaves of many documents at once', async () => {
        await store.bulkWrite([revision('a:1', 'a'), revision('a:2', 'a'), revision('a:2', 'b')]);
        const leaves = await store.leavesOf(['a:1', 'a:2', 'a:3']);
        expect([...leaves].map(([id, list]) => [id, list.length])).toEqual([
          ['a:1', 1],
          ['a:2', 2],
          ['a:3', 0],
        ]);
      });

      it('answers revision requests in order, one row each, empty where absent', async () => {
        await store.bulkWrite([
          revision('a:1', 'a', { x: 1 }),
          revision('a:2', 'a', { x: 2 }),
          revision('a:2', 'ab', { x: 3 }),
        ]);
        const answers = await store.getRevisions(
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

      it('reads by keys and by range, without deleted documents', async () => {
        await store.bulkWrite([
          revision('member:1', 'a'),
          revision('member:2', 'a', { _deleted: true }),
          revision('member:3', 'a'),
          revision('zebra:1', 'a'),
        ]);
        const range = { startId: 'member:', endId: 'member:\uffff' };
        expect((await store.allDocs(range)).map((doc) => doc._id)).toEqual(['member:1', 'member:3']);
        expect((await store.allDocs({ ...range, descending: true, limit: 1 })).map((doc) => doc._id)).toEqual(
          ['member:3'],
        );
        expect(
          (await store.allDocs({ keys: ['zebra:1', 'member:2', 'none'] })).map((doc) => doc._id),
        ).toEqual(['zebra:1']);
      });

      it('finds children by job and by head, and readers by access key', async () => {
        await store.bulkWrite([
          revision('payment:1', 'a', { jobId: 'job:1', type: 'payment', access: ['desk:x'], createdAt: '2' }),
          revision('payment:2', 'a', { jobId: 'job:2', type: 'payment', access: ['desk:y'], createdAt: '1' }),
          revision('paymentProof:1', 'a', { paymentId: 'payment:1', type: 'paymentProof' }),
        ]);
        expect((await store.view('by-job', { keys: ['job:1'] })).map((row) => row.id)).toEqual(['payment:1']);
        expect((await store.view('by-head', { keys: ['payment:1'] })).map((row) => row.id)).toEqual([
          'paymentProof:1',
        ]);
        const desk = { startKey: ['desk:x'], endKey: ['desk:x', {}] };
        expect((await store.view('by-access', desk)).map((row) => row.id)).toEqual(['payment:1']);
        const newest = { startKey: ['*', {}], endKey: ['*'], descending: true, limit: 1 };
        expect((await store.view('by-access', newest)).map((row) => row.id)).toEqual(['payment:1']);
      });

      it('sees a write in the very next lookup', async () => {
        for (let n = 1; n <= 3; n += 1) {
          await store.bulkWrite([revision(`photo:${n}`, 'a', { jobId: 'job:1' })]);
          expect(await store.view('by-job', { keys: ['job:1'] })).toHaveLength(n);
        }
      });

      it('finds by selector over an index', async () => {
        await store.createIndex('utr', ['type', 'utr']);
        await store.bulkWrite([
          revision('p:1', 'a', { type: 'paymentProof', utr: 'X1' }),
          revision('p:2', 'a', { type: 'paymentProof', utr: 'X2' }),
        ]);
        const found = await store.find({ selector: { type: 'paymentProof', utr: 'X2' }, limit: 10 });
        expect(found.map((doc) => doc._id)).toEqual(['p:2']);
      });

      it('keeps local documents out of the feed', async () => {
        await store.putLocal('checkpoint', { seq: 1 });
        await store.putLocal('checkpoint', { seq: 2 });
        expect(await store.getLocal('checkpoint')).toEqual({ seq: 2 });
        await store.removeLocal('checkpoint');
        await store.removeLocal('checkpoint');
        expect(await store.getLocal('checkpoint')).toBeUndefined();
        expect(await all()).toEqual([]);
      });
    });

    changesContract(() => store, all);
  });
}

function changesContract(
  current: () => DocumentStore,
  all: (since?: string) => Promise<readonly ChangesRow[]>,
): void {
  describe('changes', () => {
    it('names each document once, at its newest place, with its body', async () => {
      const store = current();
      await store.bulkWrite([revision('a:1', 'a', { x: 1 }), revision('a:2', 'a', { x: 2 })]);
      await store.bulkWrite([revision('a:1', 'ab', { x: 3 })]);
      expect((await all()).map((row) => [row.id, row.doc?.['x'], row.deleted])).toEqual([
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
      expect(await all(since)).toEqual([]);
    });

    it('carries the tombstone and its access keys', async () => {
      await current().bulkWrite([revision('a:1', 'ab', { _deleted: true, access: ['staff'] })]);
      expect((await all())[0]).toMatchObject({
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
  });
}
