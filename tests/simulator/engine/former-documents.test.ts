import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb';
import { readBranched, type Replica } from '@revops/pwa/engine';
import { afterAll, beforeAll, expect, test } from 'vitest';

PouchDB.plugin(memory);

let replica: Replica;
beforeAll(() => {
  replica = new PouchDB<Record<string, unknown>>(`former-${crypto.randomUUID()}`, { adapter: 'memory' });
});
afterAll(() => replica.destroy());

const branch = (id: string, hash: string, rest: object) => ({
  _id: id,
  _rev: `1-${hash}`,
  _revisions: { start: 1, ids: [hash] },
  ...rest,
});

test('words of two people under one id are compared one by one, fields of a record as one', async () => {
  const [entry, record, plain] = ['paymentCancellation:p:1', 'vehicle:v', 'vehicle:w'];
  const vehicle = { type: 'vehicle', access: ['staff'] };
  await replica.bulkDocs(
    [
      branch(entry, 'a'.repeat(32), { type: 'paymentCancellation', device: 'one', n: 1 }),
      branch(entry, 'b'.repeat(32), { type: 'paymentCancellation', device: 'two', n: 9 }),
      branch(record, 'a'.repeat(32), { ...vehicle, model: 'City', stamps: { model: '0mome1sao-0001-one' } }),
      branch(record, 'b'.repeat(32), { ...vehicle, plate: 'MH1', stamps: { plate: '0mome1sao-0001-two' } }),
      branch(plain, 'a'.repeat(32), { ...vehicle, stamps: {} }),
    ],
    { new_edits: false },
  );
  const found = await readBranched(replica, [entry, record, plain, 'job:none']);
  expect([...found.keys()].toSorted()).toEqual([entry, record]);
  expect(
    found.get(entry)?.map(({ device, n, _rev, _revisions }) => [device, n, _rev, _revisions?.ids]),
  ).toEqual([
    ['two', 9, `1-${'b'.repeat(32)}`, ['b'.repeat(32)]],
    ['one', 1, `1-${'a'.repeat(32)}`, ['a'.repeat(32)]],
  ]);
  expect(found.get(record)).toMatchObject([{ model: 'City', plate: 'MH1', _rev: `1-${'b'.repeat(32)}` }]);
});
