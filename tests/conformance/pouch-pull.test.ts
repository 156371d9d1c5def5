import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, changed, over, typed, type Phone, type WireDocument } from '@revops/sync-server/testing';
import type { AnyDocument } from '@revops/domain';
import { openGateway, type Gateway } from './gateway.ts';
import { has, idsOf, PouchKit, pull, tuned } from './pouch.ts';

let gateway: Gateway;
const kit = new PouchKit();
beforeAll(async () => {
  gateway = await openGateway();
  kit.use(gateway.server.url);
});
afterEach(() => kit.close());
afterAll(() => gateway.server.stop());

async function moveTo(job: WireDocument, desk: string): Promise<void> {
  const { owner } = gateway;
  const latest = await owner.get(job._id);
  const { was: _was, ...moved } = { ...changed(owner, latest, { desk }), access: [`desk:${desk}`] };
  expect(await owner.codes([over(latest, moved as AnyDocument)])).toEqual(['ok']);
}

async function payments(manager: Phone, count: number): Promise<readonly WireDocument[]> {
  const [job] = manager.openJob() as [WireDocument];
  const all = Array.from({ length: count }, (_, index) => manager.pay(job, index + 1)).flat();
  for (let from = 0; from < all.length; from += 500) await manager.send(all.slice(from, from + 500));
  return all;
}

describe('PouchDB 9 pulls', () => {
  it('T2: rows of what it may not see are empty, in place and in order, so the batch goes on', async () => {
    const { manager, second } = gateway;
    const own = typed(manager.openJob(), 'job');
    const foreign = typed(second.openJob(), 'job');
    await Promise.all([manager.send([own]), second.send([foreign])]);
    const docs = [foreign._id, own._id, 'job:nowhere', foreign._id].map((id) => ({ id, rev: own._rev }));
    const answer = await manager.call<{ results: { id: string; docs: unknown[] }[] }>('/_bulk_get', {
      body: { docs },
    });
    expect(answer.body.results.map((row) => [row.id, row.docs.length])).toEqual(
      docs.map(({ id }) => [id, id === own._id ? 1 : 0]),
    );
    const result = await pull(kit.replica(), kit.remote(manager));
    expect(result).toMatchObject({ ok: true, doc_write_failures: 0 });
  });

  it('T4: passes a long stretch of other people’s documents in one run, and finds its own behind it', async () => {
    const { manager, second, server } = gateway;
    const local = kit.replica();
    await pull(local, kit.remote(manager));
    const [job] = second.openJob() as [WireDocument];
    const store = await server.context.workshopStore(manager.session.workshop.id);
    for (let block = 0; block < 6; block += 1)
      await store.bulkWrite(Array.from({ length: 1000 }, (_, index) => second.pay(job, index + 1)).flat());
    const own = manager.openJob();
    await manager.send(own);
    await pull(local, kit.remote(manager));
    for (const document of own) expect(await has(local, document._id)).toBe(true);
    // Without a limit, as CouchDB's own replicator asks: everything, in one answer that says so.
    const whole = await manager.changes('include_docs=true');
    expect(whole.pending).toBe(0);
    expect(whole.results.map((row) => row.id)).toEqual(expect.arrayContaining(own.map(({ _id }) => _id)));
  });

  it('T7: one failed _bulk_get sends it to single GETs, and they bring the same documents', async () => {
    // PouchDB remembers by address what a server can do.
    const fresh = await openGateway();
    const { manager } = fresh;
    await manager.send(manager.openJob());
    let failures = 0;
    const remote = kit.remote(manager, {
      url: fresh.server.url,
      through: (pass) => async (url, init) => {
        if (!url.includes('_bulk_get') || failures > 0) return pass(url, init);
        failures += 1;
        return new Response('{"error":"service_unavailable"}', { status: 503 });
      },
    });
    const local = kit.replica();
    await pull(local, remote);
    expect(kit.asked('GET /job%3A').length + kit.asked('GET /job:').length).toBeGreaterThan(0);
    const visible = await manager.changes('include_docs=true');
    const live = visible.results.filter((row) => row.deleted !== true);
    expect(await idsOf(local)).toEqual(live.map((row) => row.id).toSorted());
    for (const row of live) expect(await local.get(row.id)).toEqual(row.doc);
    await fresh.server.stop();
  });

  it('T11: brings 1,000 documents in a handful of requests where the client asks for large batches', async () => {
    const fresh = await openGateway();
    await payments(fresh.manager, 1000);
    const remote = kit.remote(fresh.manager, { url: fresh.server.url });
    const result = await pull(kit.replica(), remote, { ...tuned, batch_size: 2000 });
    expect(result.docs_written).toBeGreaterThanOrEqual(1000);
    // 7 where the store is quick; a page ends after a quarter of a second. PouchDB's own settings take 54.
    expect(kit.requests.length).toBeLessThanOrEqual(20);
    await fresh.server.stop();
  });

  it('T13: a job that leaves its desk leaves the replica with its body, and is there again when it comes back', async () => {
    const { manager, second } = gateway;
    const documents = manager.openJob();
    await manager.send(documents);
    const job = typed(documents, 'job');
    const [local, remote] = [kit.replica(), kit.remote(manager)];
    await pull(local, remote);
    const known = await local.get(job._id);
    await moveTo(job, second.userId);
    await pull(local, remote);
    expect(await has(local, job._id)).toBe(false);
    // With auto_compaction the deletion takes the body along.
    await expect(local.get(job._id, { rev: known._rev })).rejects.toMatchObject({ status: 404 });
    await moveTo(job, manager.userId);
    await pull(local, remote);
    expect(await local.get(job._id, { conflicts: true })).toEqual(bodyWithRev(await manager.get(job._id)));
    const fresh = kit.replica();
    await pull(fresh, kit.remote(manager));
    expect(await has(fresh, job._id)).toBe(true);
  });

  it('asks for no attachments and is given none, at documents that CouchDB would keep them with', async () => {
    const { manager } = gateway;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const answer = await manager.call(`/${encodeURIComponent(job._id)}?attachments=true`);
    expect([answer.status, answer.body['error']]).toEqual([403, 'forbidden']);
  });
});

const bodyWithRev = (wire: WireDocument): object => ({ ...bodyOf(wire), _rev: wire._rev });
