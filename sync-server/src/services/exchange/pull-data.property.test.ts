import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { keysOf, type AnyDocument } from '@revops/domain';
import { Timelines } from '#src/sync/timelines.ts';
import type { SyncSession } from '#src/sync/sync-session.ts';
import { startServer } from '#src/testing/start-server.ts';
import { pullData } from './pull-data.ts';

const server = await startServer();
afterAll(() => server.stop());
let workshops = 0;

const access = fc.subarray(['desk:anna', 'desk:bela', 'everyone', 'staff']);
const second = fc.integer({ min: 0, max: 2 });
const change = fc.oneof(
  fc.record({ kind: fc.constant('new' as const), type: fc.constantFrom('job', 'payment'), access, second }),
  fc.record({ kind: fc.constant('edit' as const), place: fc.nat() }),
  fc.record({ kind: fc.constant('open' as const), place: fc.nat(), access }),
  fc.record({ kind: fc.constant('erase' as const), place: fc.nat() }),
);
const story = fc.record({
  before: fc.array(change, { maxLength: 12 }),
  between: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 10 }),
  limit: fc.integer({ min: 1, max: 4 }),
  role: fc.constantFrom('owner' as const, 'manager' as const),
});

it('ends with exactly what the person may read, whatever is written, opened, closed or erased between two pages', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ before, between, limit, role }) => {
      workshops += 1;
      const store = await server.context.stores.open(`ws-pull-${workshops}`);
      const actor = { userId: 'anna', role, deviceIds: [] } as const;
      const timelines = new Timelines(store, Date.now);
      const workshop = { store, timelines };
      const session = { workshop, store, keys: keysOf(actor), view: 'a1' } as unknown as SyncSession;
      const ids: string[] = [];
      const apply = async (one: (typeof before)[number]): Promise<void> => {
        if (one.kind === 'new') {
          ids.push(`${one.type}:${ids.length}`);
          const createdAt = `2026-04-01T06:00:0${one.second}.000Z`;
          await store.put({
            _id: ids.at(-1) ?? '',
            type: one.type,
            schema: 1,
            createdAt,
            access: one.access,
          });
          return;
        }
        const id = ids[one.place % Math.max(1, ids.length)];
        const held = id === undefined ? undefined : await store.get(id);
        if (!held) return;
        const [had, was] = [held['access'] as string[], (held['was'] ?? []) as string[]];
        if (one.kind === 'edit') await store.put({ ...held, note: `${Math.random()}` });
        if (one.kind === 'erase')
          await store.put({ _id: held._id, _rev: held._rev, _deleted: true, access: had, was });
        if (one.kind === 'open')
          await store.put({
            ...held,
            access: one.access,
            was: [...new Set([...was, ...had])].filter((key) => !one.access.includes(key)),
          });
      };
      for (const one of before) await apply(one);
      const mirror = new Map<string, AnyDocument>();
      let since: string | undefined;
      for (let page = 0; ; page += 1) {
        const answer = await pullData(session, 'job', { limit, since });
        for (const item of answer.items) mirror.set(item._id, item);
        for (const id of answer.removed) mirror.delete(id);
        since = answer.since;
        for (const one of between[page] ?? []) await apply(one);
        if (!answer.more && page >= between.length) break;
      }
      const all = await store.allDocs({ startId: 'job:', endId: 'job:\uffff' });
      const keys = keysOf(actor);
      const readable = all.filter(
        (one) => keys === 'all' || (one['access'] as string[]).some((key) => keys.includes(key)),
      );
      expect([...mirror.values()].toSorted((a, b) => (a._id < b._id ? -1 : 1))).toEqual(
        readable.toSorted((a, b) => (a._id < b._id ? -1 : 1)),
      );
      await store.destroy();
    }),
    { numRuns: 60 },
  );
});
