import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnyDocument } from '@revops/domain';
import {
  bodyOf,
  changed,
  fresh,
  over,
  typed,
  type Phone,
  type WireDocument,
} from '@revops/sync-server/testing';
import { openGateway, until, type Gateway } from './gateway.ts';
import { couchdbUrl, PlainCouch } from './plain-couchdb.ts';

interface Replicated {
  readonly ok?: boolean;
  readonly history?: readonly {
    readonly docs_written: number;
    readonly docs_read: number;
    readonly doc_write_failures: number;
  }[];
  readonly no_changes?: boolean;
  readonly _local_id?: string;
}

describe.skipIf(couchdbUrl === undefined)('CouchDB’s own replicator through the gateway', () => {
  let gateway: Gateway;
  let couch: PlainCouch;
  beforeAll(async () => {
    gateway = await openGateway();
    couch = new PlainCouch(couchdbUrl ?? '');
    await couch.create();
  });
  afterAll(async () => {
    await couch.remove();
    await gateway.server.stop();
  });

  const asGateway = (phone: Phone): object => ({
    url: `${gateway.server.url}/sync/${phone.session.workshop.id}`,
    headers: { Authorization: `Bearer ${phone.session.accessToken}` },
  });

  const replicate = (source: object, target: object, more: object = {}) =>
    couch.server<Replicated>('/_replicate', 'POST', { source, target, ...more });

  const pull = (phone: Phone) => replicate(asGateway(phone), couch.endpoint);

  interface AllDocs {
    readonly rows: readonly { readonly id: string; readonly doc: Record<string, unknown> }[];
  }
  const held = async (db: PlainCouch): Promise<ReadonlyMap<string, Record<string, unknown>>> => {
    const { body } = await db.call<AllDocs>('/_all_docs?include_docs=true');
    return new Map(body.rows.map((row) => [row.id, row.doc]));
  };

  it('pulls exactly what its person may see, with the same revisions, and nothing on the second run', async () => {
    const { manager, second } = gateway;
    for (let round = 0; round < 5; round += 1) {
      await manager.send(manager.openJob());
      await second.send(second.openJob());
    }
    const first = await pull(manager);
    expect([first.status, first.body.ok]).toEqual([200, true]);
    const visible = (await manager.changes('include_docs=true')).results.filter(
      (row) => row.deleted !== true,
    );
    const there = await held(couch);
    expect([...there.keys()].toSorted()).toEqual(visible.map((row) => row.id).toSorted());
    for (const row of visible) expect(there.get(row.id)).toEqual(row.doc);
    const again = await pull(manager);
    expect(again.body.history?.[0]?.docs_written ?? 0).toBe(first.body.history?.[0]?.docs_written);
    expect(again.body.no_changes ?? again.body.history?.length === 1).toBe(true);
  });

  it('crosses long stretches of other people’s documents', async () => {
    const { manager, second, server } = gateway;
    const [job] = second.openJob() as [WireDocument];
    const store = await server.context.workshopStore(manager.session.workshop.id);
    for (let block = 0; block < 6; block += 1)
      await store.bulkWrite(Array.from({ length: 1000 }, (_, index) => second.pay(job, index + 1)).flat());
    const own = manager.openJob();
    await manager.send(own);
    expect((await pull(manager)).body.ok).toBe(true);
    const there = await held(couch);
    for (const { _id } of own) expect(there.has(_id)).toBe(true);
  });

  it('takes a document away when its desk changes, and brings it again when it comes back', async () => {
    const { owner, manager, second } = gateway;
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    const moveTo = async (desk: string): Promise<void> => {
      const latest = await owner.get(job._id);
      const { was: _was, ...moved } = { ...changed(owner, latest, { desk }), access: [`desk:${desk}`] };
      expect(await owner.codes([over(latest, moved as AnyDocument)])).toEqual(['ok']);
    };
    await pull(manager);
    expect((await held(couch)).has(job._id)).toBe(true);
    await moveTo(second.userId);
    await pull(manager);
    expect((await held(couch)).has(job._id)).toBe(false);
    await moveTo(manager.userId);
    await pull(manager);
    expect((await held(couch)).get(job._id)?.['_rev']).toBe((await manager.get(job._id))._rev);
  });

  it('follows live, also after the wait of one long connection', async () => {
    const { manager } = gateway;
    const live = { continuous: true };
    const started = await replicate(asGateway(manager), couch.endpoint, live);
    expect(started.status).toBe(202);
    const first = typed(manager.openJob(), 'job');
    await manager.send([first]);
    await until(async () => (await held(couch)).has(first._id), 15_000);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const later = typed(manager.openJob(), 'job');
    await manager.send([later]);
    await until(async () => (await held(couch)).has(later._id), 20_000);
    await replicate(asGateway(manager), couch.endpoint, { ...live, cancel: true });
  });

  it('pushes through the same rules: what is refused is counted, the rest arrives with its revisions', async () => {
    const { owner, manager, second } = gateway;
    const source = new PlainCouch(couchdbUrl ?? '');
    await source.create();
    const own = manager.openJob().map((document) => fresh(bodyOf(document)));
    const foreign = fresh(bodyOf(typed(second.openJob(), 'job')));
    await source.call('/_bulk_docs', 'POST', { docs: [...own, foreign], new_edits: false });
    const pushed = await replicate(source.endpoint, asGateway(manager));
    expect([pushed.status, pushed.body.ok]).toEqual([200, true]);
    expect(pushed.body.history?.[0]).toMatchObject({ docs_written: own.length, doc_write_failures: 1 });
    for (const document of own) {
      const stored = await owner.get(document._id);
      expect(stored._rev.startsWith('1-') ? stored._rev : document._rev).toBe(document._rev);
    }
    await source.remove();
  });
});

it.runIf(couchdbUrl === undefined)('skipped without COUCHDB_URL: CouchDB’s own replicator, both ways', () => {
  expect(couchdbUrl).toBeUndefined();
});
