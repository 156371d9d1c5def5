import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DocumentBody, DocumentStore } from '#src/store/document-store.ts';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { clearKept } from './clear-kept.ts';

let server: TestServer;
let store: DocumentStore;

beforeAll(async () => {
  server = await startServer();
  store = await server.context.workshopStore((await registerOwner(server)).workshop.id);
});
afterAll(() => server.stop());

/** Before each first write of a document somebody else marks it. */
function rivalled(): DocumentStore {
  const met = new Set<string>();
  const put = async (body: DocumentBody) => {
    const now = await store.get(body._id);
    if (now && !met.has(body._id)) await store.put({ ...now, dismissed: { by: 'another' } });
    met.add(body._id);
    return store.put(body);
  };
  return new Proxy(store, {
    get(target, property) {
      if (property === 'put') return put;
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

it('leaves nothing of the erased where another gateway changes the same kept document', async () => {
  const customer = { _id: 'customer:1', type: 'customer', name: 'Meera' };
  const job = { _id: 'job:1', type: 'job', customerId: 'customer:1', customerName: 'Meera', stamps: {} };
  await store.put({ _id: 'quarantine:1', type: 'quarantine', docId: 'customer:1', body: customer });
  await store.put({ _id: 'quarantine:2', type: 'quarantine', docId: 'job:1', body: job });
  await store.put({ _id: 'offerBody:1', type: 'offerBody', documents: [customer, job] });
  await clearKept(rivalled(), { ids: new Set(['customer:1']) });
  const left = await store.allDocs({ keys: ['quarantine:1', 'quarantine:2', 'offerBody:1'] });
  expect(JSON.stringify(left)).not.toContain('Meera');
  expect(left.map(({ _id }) => _id)).toEqual(['quarantine:2', 'offerBody:1']);
  expect(left[0]).toMatchObject({ dismissed: { by: 'another' } });
});
