import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { AnyDocument } from '@revops/domain';
import type { StoredDocument } from '#src/store/document-store.ts';
import { startServer } from '#src/testing/start-server.ts';
import { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

const server = await startServer();
afterAll(() => server.stop());
let workshops = 0;

const [anna, bela] = ['anna', 'bela'];
/** Few instants, so that many documents share one. */
const instant = fc.integer({ min: 0, max: 3 }).map((second) => `2026-04-01T06:00:0${second}.000Z`);
const made = fc.record({
  at: instant,
  desk: fc.constantFrom(anna, bela),
  status: fc.constantFrom('pending', 'completed', 'delivered'),
});
/** What others do between two pages. */
const change = fc.oneof(
  fc.record({ kind: fc.constant('new' as const), job: made }),
  fc.record({ kind: fc.constant('edit' as const), place: fc.nat() }),
  fc.record({ kind: fc.constant('move' as const), place: fc.nat(), desk: fc.constantFrom(anna, bela) }),
  fc.record({ kind: fc.constant('erase' as const), place: fc.nat() }),
);
const story = fc.record({
  jobs: fc.array(made, { maxLength: 14 }),
  changes: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 12 }),
  limit: fc.integer({ min: 1, max: 4 }),
  reader: fc.constantFrom('owner', anna),
  filter: fc.constantFrom('none', 'list', 'rows', 'bodies', 'items'),
});

interface Made {
  readonly at: string;
  readonly desk: string;
  readonly status: string;
}

const bodyOf = (id: string, { at, desk, status }: Made) => ({
  _id: id,
  type: 'job',
  schema: 1,
  createdAt: at,
  desk,
  access: [`desk:${desk}`],
  status: { value: status },
});

const statusOf = (body: Readonly<Record<string, unknown>>): string =>
  (body['status'] as { readonly value: string }).value;

it('lists everything that was there all the time once, newest first, whatever others write meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ jobs, changes, limit, reader: who, filter }) => {
      workshops += 1;
      const store = await server.context.stores.open(`ws-list-${workshops}`);
      const ids: string[] = [];
      const add = async (job: Made): Promise<void> => {
        ids.push(`job:${String((ids.length * 7) % 100).padStart(3, '0')}`);
        await store.put(bodyOf(ids.at(-1) ?? '', job));
      };
      for (const job of jobs) await add(job);
      const actor = { userId: who, role: who === 'owner' ? 'owner' : 'manager', deviceIds: [] } as const;
      const reader = new ListReader(store, actor);
      const wanted = 'pending';
      const belongs = (job: StoredDocument): boolean =>
        (who === 'owner' || job['desk'] === who) && (filter === 'none' || statusOf(job) === 'pending');
      const present = async (): Promise<ReadonlyMap<string, StoredDocument>> => {
        const all = await store.allDocs({ startId: 'job:', endId: 'job:\uffff' });
        return new Map(all.filter(belongs).map((job) => [job._id, job]));
      };
      let always = new Set((await present()).keys());
      const seen: string[] = [];
      const places: string[] = [];
      let after: string | undefined;
      for (let page = 0; ; page += 1) {
        const answer = await readPage<AnyDocument, AnyDocument>(reader, {
          list: filter === 'list' ? 'job pending' : 'job',
          limit,
          after,
          keepsRow: filter === 'rows' ? ({ value }) => value === wanted : undefined,
          keeps: filter === 'bodies' ? (job) => statusOf(job) === wanted : undefined,
          itemsOf: (found) => Promise.resolve(found),
          keepsItem: filter === 'items' ? (job) => statusOf(job) === wanted : undefined,
        });
        seen.push(...answer.items.map(({ _id }) => _id));
        places.push(...answer.items.map(({ _id, createdAt }) => `${createdAt} ${_id}`));
        expect(answer.items.length).toBeLessThanOrEqual(limit);
        expect(answer.items.every((job) => belongs(job as unknown as StoredDocument))).toBe(true);
        after = answer.next;
        if (after === undefined) break;
        for (const one of changes[page] ?? []) {
          const id = 'place' in one ? ids[one.place % Math.max(1, ids.length)] : undefined;
          const stored = id === undefined ? undefined : await store.get(id);
          if (one.kind === 'new') await add(one.job);
          else if (stored && one.kind === 'erase') await store.put({ ...stored, _deleted: true });
          else if (stored && one.kind === 'edit') await store.put({ ...stored, carModel: `${page}` });
          else if (stored && one.kind === 'move')
            await store.put({ ...stored, desk: one.desk, access: [`desk:${one.desk}`] });
        }
        const now = await present();
        always = new Set([...always].filter((id) => now.has(id)));
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect([...always].filter((id) => !seen.includes(id))).toEqual([]);
      expect(places).toEqual(places.toSorted().toReversed());
      await store.destroy();
    }),
    { numRuns: 60 },
  );
});
