import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentStore, RevisionBody } from '#src/store/document-store.ts';
import { sweepPage } from '#src/sync/sweeper/sweep-page.ts';
import { SeenPlaces } from '#src/sync/sweeper/seen-places.ts';
import { settle } from '#src/sync/writing/settle.ts';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { changed, over, Phone, typed } from '#src/testing/sync-kit.ts';
import { eraseDocuments, itemsToErase } from './erase-documents.ts';

let server: TestServer;
let owner: Phone;
let store: DocumentStore;

beforeAll(async () => {
  server = await startServer();
  owner = new Phone(server, await registerOwner(server));
  store = await server.context.workshopStore(owner.session.workshop.id);
});
afterAll(() => server.stop());

/** A customer, and an edit of it that another gateway admits while this one erases. */
async function race() {
  const documents = owner.openJob({ customerName: 'Meera', phone: '+919812345678' });
  await owner.send(documents);
  const customer = typed(documents, 'customer');
  const late: RevisionBody = { ...over(customer, changed(owner, customer, { name: 'Meera Rao' })) };
  return { id: customer._id, late };
}

async function expectGone(id: string): Promise<void> {
  expect(await store.get(id)).toBeUndefined();
  const leaves = await store.leaves(id);
  expect(leaves.every(({ _deleted, access }) => _deleted === true && Array.isArray(access))).toBe(true);
  expect(JSON.stringify(leaves)).not.toContain('Meera');
}

it('ends what was written while the tombstone was on its way', async () => {
  const { id, late } = await race();
  let isFirst = true;
  const bulkWrite = async (docs: readonly RevisionBody[]): Promise<void> => {
    if (isFirst) await store.bulkWrite([late]);
    isFirst = false;
    await store.bulkWrite(docs);
  };
  const rivalled = new Proxy(store, {
    get(target, property) {
      if (property === 'bulkWrite') return bulkWrite;
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  expect(await eraseDocuments(rivalled, await itemsToErase(store, [id]))).toBe(1);
  await expectGone(id);
});

it('is ended by whoever wrote beside the tombstone, or by a sweeper after a crash', async () => {
  const [one, other] = [await race(), await race()];
  for (const { id, late } of [one, other]) {
    await eraseDocuments(store, await itemsToErase(store, [id]));
    await store.bulkWrite([late]);
    expect(await store.get(id)).toBeDefined();
  }
  await settle(store, [one.id], Date.now());
  await expectGone(one.id);
  const { rows } = await store.changes({ since: '0', limit: 1000, includeDocs: true });
  await sweepPage({ store, nowMs: Date.now(), seen: new SeenPlaces() }, rows);
  await expectGone(other.id);
});
