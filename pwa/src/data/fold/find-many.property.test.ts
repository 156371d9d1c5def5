import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { findMany, findUnder } from './find-many.ts';

interface Thing {
  readonly id: string;
  readonly head: string;
}

const key = fc
  .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 60 }))
  .map(([kind, n]) => `${kind}:${n}`);

test('ranges find exactly what single reads find', async () => {
  globalThis.indexedDB = new IDBFactory();
  const db = await openDB('things', 1, {
    upgrade: (created) =>
      void created.createObjectStore('things', { keyPath: 'id' }).createIndex('head', 'head'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(key, { maxLength: 100 }),
      fc.array(key, { maxLength: 30 }),
      fc.integer({ min: 1, max: 9 }),
      async (stored, wanted, spread) => {
        const things: Thing[] = stored.map((id, index) => ({ id, head: `a:${index % (spread * 3)}` }));
        const tx = db.transaction('things', 'readwrite');
        await tx.store.clear();
        await Promise.all(things.map((thing) => tx.store.put(thing)));
        const found = await findMany<Thing>(tx.store, wanted, (thing) => thing.id);
        const under = await findUnder<Thing>(tx.store.index('head'), wanted, (thing) => thing.head);
        await tx.done;
        const expected = things.filter(({ id }) => wanted.includes(id));
        expect([...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        );
        expect(new Set(under)).toEqual(new Set(things.filter(({ head }) => wanted.includes(head))));
        expect(under).toHaveLength(new Set(under.map(({ id }) => id)).size);
      },
    ),
    { numRuns: 60 },
  );
  db.close();
});
