import { describe, expect, it } from 'vitest';
import { revision, type Current } from './contract-kit.ts';

/** How documents are looked up by their content. */
export function findingContract(current: Current): void {
  describe('finding', () => {
    it('finds children by job and by head, and readers by access key', async () => {
      await current().bulkWrite([
        revision('payment:1', 'a', { jobId: 'job:1', type: 'payment', access: ['desk:x'], createdAt: '2' }),
        revision('payment:2', 'a', { jobId: 'job:2', type: 'payment', access: ['desk:y'], createdAt: '1' }),
        revision('paymentProof:1', 'a', { paymentId: 'payment:1', type: 'paymentProof' }),
      ]);
      expect((await current().view('by-job', { keys: ['job:1'] })).map((row) => row.id)).toEqual([
        'payment:1',
      ]);
      expect((await current().view('by-head', { keys: ['payment:1'] })).map((row) => row.id)).toEqual([
        'paymentProof:1',
      ]);
      const desk = { startKey: ['desk:x'], endKey: ['desk:x', {}] };
      expect((await current().view('by-access', desk)).map((row) => row.id)).toEqual(['payment:1']);
      const newest = { startKey: ['*', {}], endKey: ['*'], descending: true, limit: 1 };
      expect((await current().view('by-access', newest)).map((row) => row.id)).toEqual(['payment:1']);
    });

    it('sees a write in the very next lookup', async () => {
      for (let n = 1; n <= 3; n += 1) {
        await current().bulkWrite([revision(`photo:${n}`, 'a', { jobId: 'job:1' })]);
        expect(await current().view('by-job', { keys: ['job:1'] })).toHaveLength(n);
      }
    });

    it('finds by selector over an index', async () => {
      await current().bulkWrite([
        revision('p:1', 'a', { type: 'paymentProof', utr: 'X1' }),
        revision('p:2', 'a', { type: 'paymentProof', utr: 'X2' }),
      ]);
      const found = await current().find({ selector: { type: 'paymentProof', utr: 'X2' }, limit: 10 });
      expect(found.map((doc) => doc._id)).toEqual(['p:2']);
    });

    it('reads how far a device has counted from the end', async () => {
      const counted = [1, 2, 10].map((n) => revision(`photo:${n}`, 'a', { type: 'photo', device: 'd', n }));
      await current().bulkWrite([
        ...counted,
        revision('photo:x', 'a', { type: 'photo', device: 'e', n: 99 }),
        revision('job:1', 'a', { type: 'job', device: 'd', number: 'A1-0042' }),
      ]);
      const last = { endKey: ['n', 'd'], startKey: ['n', 'd', {}], descending: true, limit: 1 };
      expect((await current().view('by-counter', last)).map((row) => row.key)).toEqual([['n', 'd', 10]]);
      const job = { endKey: ['job', 'd'], startKey: ['job', 'd', {}], descending: true, limit: 1 };
      expect((await current().view('by-counter', job)).map((row) => row.key)).toEqual([['job', 'd', 42]]);
    });

    it('reads money by time without bodies', async () => {
      const money = (n: number, receivedAt: string): ReturnType<typeof revision> =>
        revision(`payment:${n}`, 'a', { type: 'payment', receivedAt, amount: n, note: 'private' });
      await current().bulkWrite([money(3, '2026-03'), money(1, '2026-01'), money(2, '2026-02')]);
      const range = { startKey: ['payment', '2026-02'], endKey: ['payment', '2026-09'] };
      expect(await current().view('entries-by-time', range)).toEqual([
        {
          id: 'payment:2',
          key: ['payment', '2026-02'],
          value: { amount: 2, receivedAt: '2026-02', hasNote: true },
        },
        {
          id: 'payment:3',
          key: ['payment', '2026-03'],
          value: { amount: 3, receivedAt: '2026-03', hasNote: true },
        },
      ]);
    });

    it('forgets deleted documents and old keys', async () => {
      await current().bulkWrite([
        revision('photo:1', 'a', { jobId: 'job:1', type: 'photo' }),
        revision('photo:2', 'a', { jobId: 'job:1', type: 'photo' }),
      ]);
      await current().bulkWrite([
        revision('photo:1', 'ab', { _deleted: true, jobId: 'job:1' }),
        revision('photo:2', 'ab', { jobId: 'job:2', type: 'photo' }),
      ]);
      expect(await current().view('by-job', { keys: ['job:1'] })).toEqual([]);
    });

    it('lists newest first, in pages', async () => {
      const payments = [1, 2, 3, 4, 5].map((n) =>
        revision(`payment:${n}`, 'a', { type: 'payment', jobId: 'job:1', createdAt: `2026-0${n}` }),
      );
      await current().bulkWrite([
        ...payments,
        revision('photo:1', 'a', { type: 'photo', createdAt: '2026-09' }),
      ]);
      const query = { selector: { type: 'payment' }, sort: [{ createdAt: 'desc' as const }], limit: 2 };
      const page = async (skip: number): Promise<readonly string[]> =>
        (await current().find({ ...query, skip })).map((doc) => doc._id);
      expect([await page(0), await page(2), await page(4)]).toEqual([
        ['payment:5', 'payment:4'],
        ['payment:3', 'payment:2'],
        ['payment:1'],
      ]);
    });

    it('finds a range within one type, and what was written a moment ago', async () => {
      const selector = { type: 'payment', receivedAt: { $gte: '2026-02', $lt: '2026-04' } };
      for (const n of [1, 2, 3, 4]) {
        await current().bulkWrite([revision(`p:${n}`, 'a', { type: 'payment', receivedAt: `2026-0${n}` })]);
        await current().find({ selector, limit: 10 });
      }
      const found = await current().find({ selector, limit: 10 });
      expect(found.map((doc) => doc._id)).toEqual(['p:2', 'p:3']);
    });

    it('looks into a record by a field inside another', async () => {
      await current().bulkWrite([
        revision('job:1', 'a', { type: 'job', createdAt: '1', status: { value: 'pending' } }),
        revision('job:2', 'a', { type: 'job', createdAt: '2', status: { value: 'delivered' } }),
      ]);
      const query = {
        selector: { 'status.value': 'pending' },
        sort: [{ createdAt: 'desc' as const }],
        limit: 9,
      };
      expect((await current().find(query)).map((doc) => doc._id)).toEqual(['job:1']);
    });

    it('refuses a query that would read everything', async () => {
      await expect(async () => current().find({ selector: { note: 'x' }, limit: 1 })).rejects.toThrow(
        /no index serves/,
      );
    });
  });
}
