import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentStore, FindQuery, StoreServer } from '#src/store/document-store.ts';
import { openEmbeddedStore } from '#src/store/embedded/embedded-store-server.ts';
import { firstRevision } from '#src/sync/writing/revisions.ts';
import { readableEntries, writableEntries } from './naming-entries.ts';

let server: StoreServer;
let store: DocumentStore;
const asked: FindQuery[] = [];
const sha256 = 'a'.repeat(64);

const photo = (id: string, createdBy: string, access: readonly string[], name = sha256) =>
  firstRevision({ _id: `photo:${id}`, type: 'photo', createdBy, access, sha256: name, size: 10 });
const manager = (userId: string) => ({ userId, role: 'manager', deviceIds: [] }) as const;

beforeAll(async () => {
  server = await openEmbeddedStore({ folder: await mkdtemp(join(tmpdir(), 'revops-naming-')) });
  store = await server.open('ws-naming');
  const many = Array.from({ length: 1500 }, (_, index) =>
    photo(`a${String(index).padStart(5, '0')}`, 'flood', ['desk:flood']),
  );
  await store.bulkWrite([
    ...many,
    photo('z', 'meera', ['desk:meera', 'desk:ravi']),
    photo('y', 'b', [], 'b'),
  ]);
});
afterAll(() => server.close());

const counting = (): DocumentStore =>
  new Proxy(store, {
    get(target, name: keyof DocumentStore) {
      const member: unknown = target[name];
      if (typeof member !== 'function') return member;
      return (...given: readonly unknown[]): unknown => {
        if (name === 'find') asked.push(given[0] as FindQuery);
        return Reflect.apply(member, target, given);
      };
    },
  });

it('a thousand entries of one person hide nobody else’s, and are not all read', async () => {
  expect(await readableEntries(counting(), sha256, manager('ravi'))).toEqual([
    { createdBy: 'meera', size: 10 },
  ]);
  expect(asked.length).toBeLessThanOrEqual(5);
  expect(asked.reduce((rows, query) => rows + query.limit, 0)).toBeLessThan(500);
  expect((await writableEntries(store, sha256, manager('meera')))[0]).toEqual({
    createdBy: 'meera',
    size: 10,
  });
  expect(await readableEntries(store, sha256, manager('nobody'))).toEqual([]);
});
