import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bodyOf, fresh, over, randomHash, typed, type WireDocument } from '@revops/sync-server/testing';
import { openGateway, type Gateway } from './gateway.ts';
import { PouchKit, push, pushed } from './pouch.ts';

let gateway: Gateway;
const kit = new PouchKit();
beforeAll(async () => {
  gateway = await openGateway();
  kit.use(gateway.server.url);
});
afterEach(() => kit.close());
afterAll(() => gateway.server.stop());

interface Kept {
  readonly items: readonly { readonly docId: string; readonly reason: { readonly code: string } }[];
}

const putAll = async (
  local: ReturnType<PouchKit['replica']>,
  documents: readonly object[],
): Promise<void> => {
  for (const document of documents) await local.put(document as never);
};

describe('PouchDB 9 pushes', () => {
  it('T1: a refused document stops nobody else’s, is told once, and lies in the owner’s quarantine', async () => {
    const { owner, manager, second } = gateway;
    const [one, two] = [manager.openJob(), manager.openJob()].map((job) => bodyOf(typed(job, 'job')));
    const refused = bodyOf(typed(second.openJob(), 'job'));
    const [local, remote] = [kit.replica(), kit.remote(manager)];
    await putAll(local, [one, refused, two] as object[]);
    const { result, denied } = await pushed(local, remote);
    expect(result).toMatchObject({ ok: true, docs_written: 2, doc_write_failures: 1 });
    expect(JSON.stringify(denied)).toContain('foreign_creator');
    expect((await owner.get(one?._id ?? ''))._id).toBe(one?._id);
    kit.requests.length = 0;
    await push(local, remote);
    expect(kit.asked('_bulk_docs')).toEqual([]);
    // PouchDB never offers it again: only the server still knows of it.
    const kept = await owner.server.call<Kept>('/api/quarantine', { token: owner.session.accessToken });
    expect(kept.body.items).toContainEqual(
      expect.objectContaining({
        docId: refused._id,
        reason: expect.objectContaining({ code: 'foreign_creator' }) as object,
      }),
    );
  });

  it('T6: nothing that a phone can write is answered with an error that would block its queue', async () => {
    const { manager } = gateway;
    const job = bodyOf(typed(manager.openJob(), 'job'));
    let deep: unknown = 'x';
    for (let level = 0; level < 40; level += 1) deep = [deep];
    const poison = [
      { ...job, extra: deep },
      { ...job, internalNotes: 'x'.repeat(30_000) },
      { ...job, type: 'nonsense' },
      { ...job, type: 7 },
      { ...job, access: ['everyone'] },
      { ...job, stamps: { desk: '￿' } },
      {},
    ];
    const [local, remote] = [kit.replica(), kit.remote(manager)];
    await putAll(local, [
      ...poison.map((document, index) => ({ ...document, _id: `job:poison-${index}` })),
      job,
    ]);
    const { result, denied } = await pushed(local, remote);
    expect(result).toMatchObject({ ok: true, docs_written: 1, doc_write_failures: poison.length });
    expect(denied).toHaveLength(poison.length);
  });

  it('T8: the order of keys makes no other revision where the gateway makes it', async () => {
    const { owner, manager } = gateway;
    const shuffled = (body: object): object => Object.fromEntries(Object.entries(body).toReversed());
    const bodies = manager.openJob().map(bodyOf);
    const sent = await manager.call<{ rev: string }[]>('/_bulk_docs', { body: { docs: bodies } });
    const ids = bodies.map((body) => body._id);
    const stored = await Promise.all(ids.map((id) => owner.get(id)));
    expect(sent.body.map((row) => row.rev)).toEqual(stored.map((document) => document._rev));
    // The same bodies come to a gateway of another workshop's making: nothing but the content decides.
    const other = await openGateway();
    const store = await other.server.context.workshopStore(other.owner.session.workshop.id);
    await store.destroy();
    await other.server.stop();
    const again = await manager.call<{ error?: string }[]>('/_bulk_docs', {
      body: { docs: bodies.map(shuffled) },
    });
    expect(again.body.map((row) => row.error)).toEqual(bodies.map(() => 'conflict'));
  });

  it('a batch that was stored before its answer was lost is known, and repeating it writes nothing', async () => {
    const { manager, server } = gateway;
    const [local] = [kit.replica()];
    await putAll(local, manager.openJob().map(bodyOf));
    const lost = kit.remote(manager, {
      through: (pass) => async (url, init) => {
        const answer = await pass(url, init);
        if (url.includes('_bulk_docs')) throw new TypeError('the connection was cut');
        return answer;
      },
    });
    await expect(push(local, lost)).rejects.toBeDefined();
    const store = await server.context.workshopStore(manager.session.workshop.id);
    const { updateSeq } = await store.info();
    kit.requests.length = 0;
    expect((await push(local, kit.remote(manager))).ok).toBe(true);
    expect(kit.asked('_bulk_docs')).toEqual([]);
    expect((await store.info()).updateSeq).toBe(updateSeq);
  });

  it('the same bulk sent twice is ok twice, in the same words, and doubles nothing', async () => {
    const { manager, server } = gateway;
    const documents = manager.openJob();
    const first = await manager.send(documents);
    const store = await server.context.workshopStore(manager.session.workshop.id);
    const { updateSeq } = await store.info();
    expect(await manager.send(documents)).toEqual(first);
    expect((await store.info()).updateSeq).toBe(updateSeq);
  });

  it('150 payments whose job was edited meanwhile, over a parent nobody has, are stored at once', async () => {
    const { manager } = gateway;
    const [job] = manager.openJob() as [WireDocument];
    const payments = Array.from({ length: 150 }, (_, index) => manager.pay(job, index + 1)).flat();
    const unseen = { ...job, _rev: `7-${randomHash()}`, _revisions: { start: 7, ids: [randomHash()] } };
    const edited = over(unseen, bodyOf(job));
    expect(new Set(await manager.codes([...payments, edited]))).toEqual(new Set(['ok']));
  });

  it('what was acknowledged is found at once by every way of reading', async () => {
    const { manager } = gateway;
    const job = fresh(bodyOf(typed(manager.openJob(), 'job')));
    await manager.send([job]);
    const id = encodeURIComponent(job._id);
    const answers = await Promise.all([
      manager.call(`/${id}`),
      manager.call('/_bulk_get', { body: { docs: [{ id: job._id }] } }),
      manager.call('/_all_docs', { body: { keys: [job._id] } }),
    ]);
    for (const answer of answers) expect(JSON.stringify(answer.body)).toContain(job._rev);
    expect(await manager.ids()).toContain(job._id);
  });

  it('_ensure_full_commit is answered as CouchDB’s replicator needs it', async () => {
    const answer = await gateway.manager.call('/_ensure_full_commit', { body: {} });
    expect([answer.status, answer.body]).toEqual([201, { ok: true, instance_start_time: '0' }]);
  });
});
