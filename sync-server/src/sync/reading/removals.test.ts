import { afterAll, afterEach, describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { canonicalJson, md5 } from '@revops/domain';
import { PouchReplica } from '#src/testing/pouch-replica.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { changed, over, type Phone, type WireDocument } from '#src/testing/sync-kit.ts';

const opened: PouchReplica[] = [];
const { server, owner, manager, second, join } = await startWorkshop({ config: { longpollMs: 2000 } });
const third = await join();

afterEach(async () => {
  for (const replica of opened.splice(0)) await replica.close();
});
afterAll(() => server.stop());

const enc = encodeURIComponent;

async function replicaOf(phone: Phone): Promise<PouchReplica> {
  const replica = await PouchReplica.of(phone, server.url);
  opened.push(replica);
  return replica;
}

async function openedJob(phone = manager): Promise<WireDocument> {
  const [job] = phone.openJob({ customerName: 'Secret Customer' }) as [WireDocument];
  await phone.send([job]);
  return phone.get(job._id);
}

async function edit(id: string, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const job = await owner.get(id);
  const desk = String(changes['desk'] ?? job['desk']);
  const body = { ...changed(owner, job, changes), access: [`desk:${desk}`] };
  expect(await owner.codes([over(job, body)])).toEqual(['ok']);
}

const moveTo = (id: string, to: Phone): Promise<void> => edit(id, { desk: to.userId });

/** The removal that the manager is told of now. */
async function removalOf(id: string): Promise<WireDocument & { readonly _deleted?: true }> {
  const row = (await manager.changes()).results.find((found) => found.id === id);
  const rev = row?.changes[0]?.rev ?? '';
  expect(row?.deleted).toBe(true);
  const answer = await manager.call<{ results: { docs: { ok: WireDocument }[] }[] }>(
    '/_bulk_get?revs=true&latest=true',
    { body: { docs: [{ id, rev }] } },
  );
  return answer.body.results[0]?.docs[0]?.ok as WireDocument;
}

describe('a lost document', () => {
  it('is a removal over its leaf, of the revision that everybody computes alike, in every endpoint', async () => {
    const { _id: id } = await openedJob();
    await moveTo(id, second);
    const leaf = await owner.get(id);
    const [generation] = leaf._rev.split('-');
    const rev = `${Number(generation) + 1}-${md5(canonicalJson(['removed', id, leaf._rev]))}`;
    const removal = { _id: id, _rev: rev, _deleted: true };
    const told = await removalOf(id);
    expect(told).toMatchObject(removal);
    expect(Object.keys(told).toSorted()).toEqual(['_deleted', '_id', '_rev', '_revisions']);
    expect(told._revisions?.ids.slice(0, 2)).toEqual([rev.split('-')[1], leaf._rev.split('-')[1]]);
    const feed = (await manager.changes('include_docs=true')).results.find((row) => row.id === id);
    expect(feed).toMatchObject({ deleted: true, changes: [{ rev }], doc: removal });
    expect((await manager.call(`/${enc(id)}`)).status).toBe(404);
    expect((await manager.call(`/${enc(id)}?rev=${rev}`)).body).toEqual(removal);
    expect((await manager.call(`/${enc(id)}?open_revs=all`)).body).toEqual([{ ok: removal }]);
    const listed = await manager.call('/_all_docs?include_docs=true', { body: { keys: [id] } });
    expect(listed.body['rows']).toEqual([{ id, key: id, value: { rev, deleted: true }, doc: null }]);
    const store = await server.context.workshopStore(owner.session.workshop.id);
    expect((await store.leaves(id)).map((stored) => stored._rev)).toEqual([leaf._rev]);
  });

  it('is not even a removal to somebody who never had it', async () => {
    const { _id: id } = await openedJob();
    await moveTo(id, second);
    const { _rev: rev } = await removalOf(id);
    expect((await third.changes()).results.map((row) => row.id)).not.toContain(id);
    expect((await third.call(`/${enc(id)}?rev=${rev}`)).status).toBe(404);
    expect((await third.call('/_revs_diff', { body: { [id]: [rev] } })).body).toEqual({
      [id]: { missing: [rev] },
    });
    expect(await third.codes([{ _id: id, _rev: rev, _deleted: true }])).toEqual(['no_deletion']);
  });

  it('is known when it is sent back, also long after it came back and went again', async () => {
    const { _id: id } = await openedJob();
    const removals: string[] = [];
    for (const to of [second, manager, third]) {
      await moveTo(id, to);
      if (to !== manager) removals.push((await removalOf(id))._rev);
      const before = await owner.get(id);
      expect((await manager.call('/_revs_diff', { body: { [id]: removals } })).body).toEqual({});
      const sent = removals.map((_rev) => ({ _id: id, _rev, _deleted: true }));
      expect(await manager.send(sent)).toEqual(removals.map((rev) => ({ id, rev, ok: true })));
      expect(await owner.get(id)).toEqual(before);
    }
    expect(removals.length).toBe(2);
    const forged = `9-${'a'.repeat(32)}`;
    expect(await manager.codes([{ _id: id, _rev: forged, _deleted: true }])).toEqual(['no_deletion']);
  });

  it('is not served in an earlier revision, whichever way it is asked for', async () => {
    const job = await openedJob();
    await moveTo(job._id, second);
    const paths = ['rev=', 'latest=true&rev='].map((query) => `/${enc(job._id)}?${query}${job._rev}`);
    const answers = await Promise.all(paths.map((path) => manager.call(path)));
    const open = await manager.call(`/${enc(job._id)}?open_revs=${enc(JSON.stringify([job._rev]))}`);
    const bulk = await manager.call('/_bulk_get', { body: { docs: [{ id: job._id, rev: job._rev }] } });
    for (const { body } of [...answers, open, bulk])
      expect(JSON.stringify(body)).not.toContain('Secret Customer');
  });

  it('wakes the waiting reader who lost it', async () => {
    const { _id: id } = await openedJob();
    const { last_seq: since } = await manager.changes('since=now');
    const waiting = manager.changes(`feed=longpoll&since=${enc(since)}`);
    await moveTo(id, second);
    expect((await waiting).results.map((row) => [row.id, row.deleted])).toEqual([[id, true]]);
  });
});

async function heldBy(phone: PouchReplica, id: string) {
  const held = await phone.get(id);
  return {
    rev: held?.['_rev'],
    conflicts: held?.['_conflicts'],
    bodies: (await phone.bodiesOf(id)).length,
  };
}

/** The one body that the server has for the manager, or nothing at all. */
async function expectedOf(id: string) {
  const stored = await owner.get(id);
  const has = stored.access.includes(`desk:${manager.userId}`);
  return { rev: has ? stored._rev : undefined, conflicts: undefined, bodies: has ? 1 : 0 };
}

describe('on a phone with PouchDB', () => {
  it('a job goes, comes back, and goes again, and no body stays behind', async () => {
    const { _id: id } = await openedJob();
    const phone = await replicaOf(manager);
    for (const to of [manager, second, third, manager, second, manager, third]) {
      await moveTo(id, to);
      await edit(id, { carModel: `Swift at ${to.userId}` });
      await phone.pull();
      expect(await heldBy(phone, id)).toEqual(await expectedOf(id));
      expect((await phone.get(id))?.['carModel']).toBe(to === manager ? `Swift at ${to.userId}` : undefined);
    }
  }, 60_000);

  it('a branch that it holds ends there too, although the job went before the branch was told', async () => {
    const job = await openedJob();
    const phone = await replicaOf(manager);
    const loser = over(job, changed(owner, job, { odometer: 4711 }));
    expect(await owner.codes([loser])).toEqual(['ok']);
    await phone.pull();
    const apart = over(job, changed(owner, job, { workDescription: 'Brakes' }));
    expect(await owner.codes([over(apart, changed(owner, apart, { carModel: 'Swift' }))])).toEqual(['ok']);
    await moveTo(job._id, second);
    await phone.pull();
    expect(await heldBy(phone, job._id)).toEqual({ rev: undefined, conflicts: undefined, bodies: 0 });
  });

  it('nothing is refused or sent when a client pushes back what it pulled', async () => {
    const { _id: id } = await openedJob();
    const phone = await replicaOf(manager);
    for (const to of [second, manager, second, manager]) {
      await moveTo(id, to);
      await phone.pull();
      phone.requests = [];
      expect(await phone.push()).toEqual([]);
      expect(phone.requests.filter((path) => path.includes('_bulk_docs'))).toEqual([]);
    }
  }, 60_000);

  it('any history of moves, edits and branches, pulled at any moments, ends as the server has it', async () => {
    const step = fc.constantFrom('lose', 'lose', 'regain', 'edit', 'branch', 'branch and pull', 'pull');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 9 }), async (steps) => {
        const { _id: id } = await openedJob();
        const phone = await replicaOf(manager);
        await phone.pull();
        for (const what of steps) await take(what, id, phone);
        await phone.pull();
        expect(await heldBy(phone, id)).toEqual(await expectedOf(id));
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

async function take(what: string, id: string, phone: PouchReplica): Promise<void> {
  if (what === 'pull') return void (await phone.pull());
  if (what === 'edit') return edit(id, { carModel: crypto.randomUUID() });
  if (!what.startsWith('branch')) return moveTo(id, what === 'lose' ? second : manager);
  // Written apart on two of the owner's phones over the same revision: one becomes a deleted branch.
  const job = await owner.get(id);
  const branches = ['odometer', 'workDescription'].map((field) =>
    over(job, changed(owner, job, { [field]: field === 'odometer' ? 4711 : 'Brakes' })),
  );
  for (const branch of branches) {
    expect(await owner.codes([branch])).toEqual(['ok']);
    if (what === 'branch and pull') await phone.pull();
  }
}
