import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { changed, over, type Phone, typed } from '#src/testing/sync-kit.ts';

interface IdsAnswer {
  readonly rows: readonly { readonly id: string; readonly rev: string }[];
  readonly next?: string;
  readonly seq: string;
}

/** Many documents of one moment, as an import or a restored phone makes them. */
let now = Date.now();
const { server, owner, manager, second } = await startWorkshop({}, () => now);

beforeAll(async () => {
  for (const phone of [manager, second, owner]) {
    for (let count = 0; count < 12; count += 1) {
      now += count % 4 === 0 ? 1000 : 0;
      const documents = phone.openJob();
      await phone.send([...documents, ...phone.pay(typed(documents, 'job'), 100)]);
    }
  }
});
afterAll(() => server.stop());

const enc = encodeURIComponent;

async function pages(phone: Phone, limit: number): Promise<readonly IdsAnswer[]> {
  const read: IdsAnswer[] = [];
  let after: string | undefined;
  do {
    const query = after === undefined ? '' : `&after=${enc(after)}`;
    const answer = await phone.call<IdsAnswer>(`/ids?limit=${limit}${query}`);
    expect(answer.status).toBe(200);
    read.push(answer.body);
    after = answer.body.next;
  } while (after !== undefined);
  return read;
}

describe('GET ids', () => {
  it('lists for each person exactly what the feed shows as living, with the same revisions', async () => {
    for (const phone of [owner, manager, second]) {
      const listed = (await pages(phone, 5000)).flatMap((page) => page.rows);
      const feed = (await phone.changes()).results.filter((row) => row.deleted !== true);
      const byId = (rows: IdsAnswer['rows']) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(listed)).toEqual(byId(feed.map((row) => ({ id: row.id, rev: row.changes[0]?.rev ?? '' }))));
    }
  });

  it('is newest first, and the same list in pages of any size', async () => {
    for (const phone of [owner, manager]) {
      const whole = (await pages(phone, 5000)).flatMap((page) => page.rows);
      const bodies = await Promise.all(whole.map((row) => phone.get(row.id)));
      const created = bodies.map((body) => body.createdAt);
      expect(created).toEqual(created.toSorted().toReversed());
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 9, max: 80 }), async (limit) => {
          const some = await pages(phone, limit);
          expect(some.flatMap((page) => page.rows)).toEqual(whole);
          expect(new Set(some.map((page) => page.seq)).size).toBe(1);
          expect(some.every((page) => page.rows.length <= limit)).toBe(true);
        }),
        { numRuns: 5 },
      );
    }
  });

  it('gives the seq from before its first page, so that nothing written meanwhile is missed', async () => {
    const first = await manager.call<IdsAnswer>('/ids?limit=5');
    const documents = manager.openJob();
    await manager.send(documents);
    const rest = await manager.call<IdsAnswer>(`/ids?after=${enc(first.body.next ?? '')}`);
    expect(rest.body.seq).toBe(first.body.seq);
    const later = await manager.changes(`since=${enc(rest.body.seq)}`);
    expect(later.restarted).toBeUndefined();
    expect(later.results.map((row) => row.id)).toEqual(
      expect.arrayContaining(documents.map((document) => document._id)),
    );
  });

  it('leaves out what was lost', async () => {
    const documents = manager.openJob();
    await manager.send(documents);
    const job = await manager.get(typed(documents, 'job')._id);
    const moved = { ...changed(owner, job, { desk: second.userId }), access: [`desk:${second.userId}`] };
    await owner.send([over(job, moved)]);
    const idsOf = async (phone: Phone) =>
      (await pages(phone, 50)).flatMap((page) => page.rows.map((r) => r.id));
    expect(await idsOf(manager)).not.toContain(job._id);
    expect(await idsOf(second)).toContain(job._id);
  });

  it('refuses a place in somebody else’s list, or in none, and a limit that is none', async () => {
    const { body } = await manager.call<IdsAnswer>('/ids?limit=3');
    for (const query of [`after=${enc(body.next ?? '')}`, 'after=abc', 'after=', 'limit=0', 'limit=x'])
      expect((await second.call(`/ids?${query}`)).status).toBe(400);
    expect((await second.call('/ids?limit=999999')).status).toBe(200);
    expect((await server.call(`/sync/${owner.session.workshop.id}/ids`)).status).toBe(401);
    expect(
      (await second.call<IdsAnswer>('/ids')).body.rows.every((row: { id: string }) => row.id !== ''),
    ).toBe(true);
  });
});
