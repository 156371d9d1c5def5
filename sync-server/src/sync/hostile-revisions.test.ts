import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import { bodyOf, changed, over, Phone, randomHash, typed, type WireDocument } from '#src/testing/sync-kit.ts';

let server: TestServer;
let owner: Phone;

beforeAll(async () => {
  server = await startServer();
  owner = new Phone(server, await registerOwner(server));
});
afterAll(() => server.stop());

async function storedJob(): Promise<WireDocument> {
  const documents = owner.openJob();
  await owner.send(documents);
  return owner.get(typed(documents, 'job')._id);
}

/** Revisions that grew out of nothing that is stored. */
const strangers = (job: WireDocument, count: number): readonly unknown[] =>
  Array.from({ length: count }, () => {
    const ids = [randomHash(), randomHash()];
    return { ...bodyOf(job), _rev: `2-${ids[0]}`, _revisions: { start: 2, ids } };
  });

it('asks for fewer revisions of one document at once: a store works on them one over the other', async () => {
  const job = await storedJob();
  const answer = await owner.call('/_bulk_docs', { body: { docs: strangers(job, 51), new_edits: false } });
  expect([answer.status, answer.body['reason']]).toEqual([413, expect.stringContaining('At most 50')]);
  expect((await owner.get(job._id))._rev).toBe(job._rev);
});

it('lets no document grow so many branches that every write of it is work for everybody', async () => {
  const job = await storedJob();
  const codes: string[] = [];
  for (let round = 0; round < 4; round += 1) codes.push(...(await owner.codes(strangers(job, 40))));
  expect(codes.filter((code) => code === 'ok').length).toBeLessThanOrEqual(100);
  expect(codes.at(-1)).toBe('invalid_rev');
  const now = await owner.get(job._id);
  expect(await owner.codes([over(now, changed(owner, now, { carModel: 'Alto' }))])).toEqual(['ok']);
});

it('keeps no more of an invented ancestry than a phone has', async () => {
  const documents = owner.openJob();
  const job = typed(documents, 'job');
  const ids = Array.from({ length: 900 }, randomHash);
  const long = { ...job, _rev: `900-${ids[0]}`, _revisions: { start: 900, ids } };
  expect(await owner.codes([long])).toEqual(['ok']);
  const now = await owner.get(job._id);
  expect([now._rev, now._revisions?.ids.length]).toEqual([long._rev, 100]);
  // A phone that goes on from its own, longer line goes on from what is stored.
  const edit = over(long, changed(owner, job, { carModel: 'Alto' }));
  expect(await owner.codes([edit])).toEqual(['ok']);
  expect(await owner.get(job._id)).toMatchObject({ _rev: edit._rev, carModel: 'Alto' });
});
