// oxlint-disable-next-line no-restricted-imports -- here PouchDB is the client under test, not the store
import PouchDB from 'pouchdb';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { joinWorkshop, registerOwner } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { bodyOf, Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';

type Body = Record<string, unknown>;
type Client = PouchDB.Database<Body>;

let opened: Client[] = [];
let requests: string[] = [];
const { server, owner, manager, second } = await startWorkshop({ config: { longpollMs: 20_000 } });

afterEach(async () => {
  for (const client of opened.splice(0)) await client.close().catch(() => undefined);
  requests = [];
});
afterAll(() => server.stop());

function remoteOf(phone: Phone): Client {
  const url = `${server.url}/sync/${phone.session.workshop.id}`;
  const remote = new PouchDB<Body>(url, {
    fetch: (address, options = {}) => {
      const headers = new Headers(options.headers);
      headers.set('authorization', `Bearer ${phone.session.accessToken}`);
      requests.push((address instanceof Request ? address.url : address).replace(url, ''));
      return PouchDB.fetch(address, { ...options, headers });
    },
  });
  opened.push(remote);
  return remote;
}

async function replica(): Promise<Client> {
  const path = join(await mkdtemp(join(tmpdir(), 'revops-replica-')), 'replica');
  const local = new PouchDB<Body>(path, { auto_compaction: true });
  opened.push(local);
  return local;
}

const idsOf = async (local: Client): Promise<string[]> => (await local.allDocs()).rows.map((row) => row.id);

async function until(done: () => Promise<boolean>, withinMs: number): Promise<number> {
  const startedAt = performance.now();
  while (!(await done())) {
    if (performance.now() - startedAt > withinMs) throw new Error(`not within ${withinMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return performance.now() - startedAt;
}

const pull = (local: Client, remote: Client) =>
  local.replicate.from(remote, { checkpoint: 'target', batch_size: 500 });

describe('PouchDB as a client', () => {
  it('pulls exactly what its person may see, bodies and revisions alike', async () => {
    await second.send(second.openJob());
    const documents = manager.openJob();
    await manager.send([...documents, ...manager.pay(typed(documents, 'job'), 100)]);
    const local = await replica();
    const result = await pull(local, remoteOf(manager));
    expect(result.ok).toBe(true);
    const visible = await manager.changes('include_docs=true');
    expect((await idsOf(local)).toSorted()).toEqual(visible.results.map((row) => row.id).toSorted());
    for (const row of visible.results) expect(await local.get(row.id)).toEqual(row.doc);
    expect(requests.some((path) => path.includes('_bulk_get'))).toBe(true);
    expect(requests.filter((path) => /^\/[a-z]+%3A/.test(path))).toEqual([]);
  });

  it('continues where it stopped, also over long stretches of other people’s documents', async () => {
    const [local, remote] = [await replica(), remoteOf(manager)];
    await pull(local, remote);
    const [job] = second.openJob() as [WireDocument];
    const store = await server.context.workshopStore(owner.session.workshop.id);
    for (let block = 0; block < 6; block += 1)
      await store.bulkWrite(Array.from({ length: 950 }, (_, index) => second.pay(job, index + 1)).flat());
    const own = manager.openJob();
    await manager.send(own);
    const result = await pull(local, remote);
    expect(result.docs_read).toBeGreaterThanOrEqual(own.length);
    expect(await idsOf(local)).toEqual(expect.arrayContaining(own.map((document) => document._id)));
    requests = [];
    expect((await pull(local, remote)).docs_read).toBe(0);
    expect(requests.length).toBeLessThan(12);
  }, 90_000);

  it('hears live of a document within a second', async () => {
    const session = await registerOwner(server);
    const boss = new Phone(server, session);
    const clerk = new Phone(server, await joinWorkshop(server, session));
    const [local, remote] = [await replica(), remoteOf(boss)];
    const live = local.replicate.from(remote, {
      live: true,
      retry: true,
      checkpoint: 'target',
      batch_size: 500,
    });
    let paused = false;
    void live.on('paused', () => (paused = true));
    await until(() => Promise.resolve(paused), 20_000);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const documents = clerk.openJob();
    await clerk.send(documents);
    const job = typed(documents, 'job');
    const tookMs = await until(
      () =>
        local.get(job._id).then(
          () => true,
          () => false,
        ),
      5000,
    );
    expect(tookMs).toBeLessThan(1000);
    live.cancel();
  }, 60_000);

  it('skips what it may not see instead of losing its batch', async () => {
    const own = typed(manager.openJob(), 'job');
    const foreign = typed(second.openJob(), 'job');
    await Promise.all([manager.send([own]), second.send([foreign])]);
    const docs = [foreign, own, foreign].map(({ _id: id, _rev: rev }) => ({ id, rev }));
    const answer = await remoteOf(manager).bulkGet({ docs, revs: true });
    expect(answer.results.map((row) => row.docs.length)).toEqual([0, 1, 0]);
  });

  it('ends for good when its token is refused, so that the app renews it and starts again', async () => {
    const phone = Object.assign(Object.create(manager) as Phone, {
      session: { ...manager.session, accessToken: 'x.y.z' },
    });
    const live = (await replica()).replicate.from(remoteOf(phone), { live: true, retry: true });
    const error = await new Promise<{ name?: string }>((resolve) => {
      void live.on('error', (given) => resolve(given));
      live.catch(() => undefined);
    });
    expect(error.name).toBe('unauthorized');
  });

  it('pushes, is told of each refusal, and its checkpoint is kept on both sides', async () => {
    const [local, remote] = [await replica(), remoteOf(manager)];
    const [job, ...others] = manager.openJob().map(bodyOf);
    const foreign = bodyOf(typed(second.openJob(), 'job'));
    for (const document of [job, ...others, foreign]) await local.put(document as never);
    const denied: unknown[] = [];
    const push = local.replicate.to(remote);
    void push.on('denied' as 'error', (given: unknown) => denied.push(given));
    const result = await push;
    expect(result.doc_write_failures).toBe(1);
    expect(JSON.stringify(denied)).toContain('foreign_creator');
    expect((await owner.get(job?._id ?? ''))._rev).toBe((await local.get(job?._id ?? ''))._rev);
    requests = [];
    await local.replicate.to(remote);
    expect(requests.filter((path) => path.includes('_bulk_docs'))).toEqual([]);
  });

  it('converges with an edit made on the server, in both directions', async () => {
    const [local, remote] = [await replica(), remoteOf(manager)];
    const job = typed(manager.openJob(), 'job');
    await manager.send([job]);
    await pull(local, remote);
    const stamped = (phone: Phone, field: string, value: string, held: Body): Body => ({
      ...held,
      [field]: value,
      stamps: { ...(held['stamps'] as Body), [field]: phone.context.stamp() },
    });
    await local.put(stamped(manager, 'carModel', 'Swift', await local.get(job._id)) as never);
    const stored = await owner.get(job._id);
    const { _revisions, ...held } = stored;
    await owner.call(`/${encodeURIComponent(job._id)}`, {
      method: 'PUT',
      body: stamped(owner, 'internalNotes', 'Call first', held),
    });
    await local.sync(remote);
    const [here, there] = [await local.get(job._id, { conflicts: true }), await owner.get(job._id)];
    expect(here).toMatchObject({ carModel: 'Swift', internalNotes: 'Call first', _rev: there._rev });
    expect(here._conflicts).toBeUndefined();
  });
});
