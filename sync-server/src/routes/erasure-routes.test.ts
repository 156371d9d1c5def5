import { addNote, addPhoto, type ErasureAnswer, type ErasureList } from '@revops/domain';
import { afterAll, describe, expect, it } from 'vitest';
import type { DocumentStore } from '#src/store/document-store.ts';
import { askFile, hashOf, jpegOf } from '#src/testing/file-kit.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  bodyOf,
  changed,
  over,
  type Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, store } = await startWorkshop();
afterAll(() => server.stop());

const post = <T = Record<string, unknown>>(phone: Phone, path: string, body: unknown = {}) =>
  server.call<T>(path, { token: phone.session.accessToken, body });
const erase = (ids: readonly string[], phone = owner) =>
  post<ErasureAnswer>(phone, '/api/erasures', { ids, reason: 'by letter' });

interface Visit {
  readonly documents: readonly WireDocument[];
  readonly job: WireDocument;
  readonly customer: WireDocument;
}

async function visitOf(name: string): Promise<Visit> {
  const documents = manager.openJob({ customerName: name, phone: '+919812345678', address: `${name} Road` });
  await manager.send(documents);
  return { documents, job: typed(documents, 'job'), customer: typed(documents, 'customer') };
}

/** A store that does all as another one but for what it overrides. */
const withFailing = (name: 'bulkWrite', words: string): DocumentStore =>
  new Proxy(store, {
    get(target, property) {
      if (property === name) return () => Promise.reject(new Error(words));
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });

/** All that the workshop's database says, also of deleted documents. */
async function everything(): Promise<string> {
  const { rows } = await store.changes({ since: '0', limit: 10_000, includeDocs: true });
  return JSON.stringify(rows);
}

describe('an erased customer', () => {
  it('leaves a tombstone with its readers, and the jobs keep their money without the name', async () => {
    const { job, customer } = await visitOf('Firstperson');
    await manager.send(manager.pay(job, 5000_00));
    const answer = await erase([customer._id]);
    expect(answer).toMatchObject({ status: 200, body: { documents: 1, cleared: 1, files: 0 } });
    expect(await everything()).not.toContain('Firstperson');
    const [leaf] = await store.leaves(customer._id);
    expect(leaf).toMatchObject({ _deleted: true, erased: true, access: ['staff'] });
    const row = (await manager.changes('include_docs=true')).results.find(({ id }) => id === customer._id);
    expect(row).toMatchObject({ deleted: true, doc: { erased: true } });
    const after = await manager.get(job._id);
    expect(after).toMatchObject({ customerName: '—', number: job['number'], customerId: customer._id });
    expect([after['phone'], after['address']]).toEqual([undefined, undefined]);
    const list = await server.call<ErasureList>('/api/erasures', { token: owner.session.accessToken });
    expect(list.body.items[0]).toMatchObject({ by: { id: owner.userId }, reason: 'by letter', documents: 1 });
  });

  it('that this server never had, because it was put back, is told to everybody who works here', async () => {
    const documents = manager.openJob({ customerName: 'Neverheld' });
    const customer = typed(documents, 'customer');
    expect((await erase([customer._id])).status).toBe(200);
    for (const phone of [manager, second]) {
      const { results } = await phone.changes('include_docs=true');
      expect(results.find(({ id }) => id === customer._id)).toMatchObject({
        deleted: true,
        doc: { erased: true },
      });
    }
    expect(await manager.codes([customer])).toEqual(['erased']);
  });

  it('never comes back: not by its phone, by a bundle, by a refused body or by a late edit of a job', async () => {
    const { job, customer } = await visitOf('Secondperson');
    const edit = over(customer, changed(manager, customer, { name: 'Secondperson again' }));
    const late = over(job, changed(manager, job, { customerName: 'Secondperson late', carModel: 'Alto' }));
    const foreign = over(job, changed(second, job, { customerName: 'Secondperson forged' }));
    expect(await second.codes([foreign])).toEqual(['not_permitted']);
    await erase([customer._id]);
    expect(await manager.codes([edit, customer])).toEqual(['erased', 'ok']);
    expect(await manager.codes([late])).toEqual(['ok']);
    expect(await second.codes([over(job, changed(second, job, { customerName: 'Secondperson 2' }))])).toEqual(
      ['not_permitted'],
    );
    const bundle = { documents: [edit], source: 'bundle' };
    expect((await post(owner, '/api/recovery', bundle)).body).toMatchObject({
      rows: [{ result: 'refused' }],
    });
    const offered = await post(manager, '/api/recovery/offers', { documents: [edit] });
    expect(offered.body).toMatchObject({ rows: [{ result: 'refused' }] });
    await post(manager, '/api/quarantine', { documents: [{ body: edit }, { body: late }] });
    const fresh = manager.openJob({ customerName: 'Secondperson new' });
    const newJob = { ...typed(fresh, 'job'), customerId: customer._id };
    const others = fresh.filter(({ type }) => type !== 'customer' && type !== 'job');
    expect(await manager.codes([...others, newJob])).not.toContain('invalid_document');
    expect(await everything()).not.toContain('Secondperson');
    const stored = await manager.get(job._id);
    expect(stored).toMatchObject({ carModel: 'Alto', customerName: '—' });
    // The phone hears of it: a revision stands over its own.
    expect(stored._rev).not.toBe(late._rev);
    expect((await manager.get(newJob._id))['customerName']).toBe('—');
  });

  it('is erased again in a database that was put back, before anybody uses it', async () => {
    const { job, customer } = await visitOf('Thirdperson');
    await erase([customer._id]);
    const { erasures, stores } = server.context;
    const { id } = owner.session.workshop;
    const put = await stores.open('ws-put-back');
    const bodies = [customer, job].map((wire) => ({ ...wire }));
    await put.bulkWrite(bodies);
    expect(await erasures.replay(id, put)).toBeGreaterThan(0);
    expect(await put.get(customer._id)).toBeUndefined();
    expect((await put.get(job._id))?.['customerName']).toBe('—');
    // A document that the files do not have at all is not let in by a phone either.
    const empty = await stores.open('ws-empty');
    await erasures.replay(id, empty);
    expect(await empty.leaves(customer._id)).toMatchObject([{ _deleted: true, erased: true }]);
    expect(await erasures.replay(id, empty)).toBe(0);
    await put.destroy();
    await empty.destroy();
  });
});

describe('an erasure that the store cut short', () => {
  it('is done by whoever repeats it, and not only said to be', async () => {
    const { job, customer } = await visitOf('Sixthperson');
    const { erasures } = server.context;
    const { id } = owner.session.workshop;
    const full = withFailing('bulkWrite', 'the disk is full');
    const cut = erasures.erase(id, full, { ids: [customer._id] }, owner.userId);
    await expect(cut).rejects.toThrow('the disk is full');
    expect(await erase([customer._id])).toMatchObject({ status: 200, body: { documents: 1, cleared: 1 } });
    expect(await everything()).not.toContain('Sixthperson');
    expect((await manager.get(job._id))['customerName']).toBe('—');
    expect((await erase([customer._id])).body).toMatchObject({ documents: 0, cleared: 0 });
  });

  it('ends what another gateway wrote beside it at the same moment', async () => {
    const { customer } = await visitOf('Seventhperson');
    await erase([customer._id]);
    const late = over(customer, changed(manager, customer, { name: 'Seventhperson late' }));
    await store.bulkWrite([{ ...late }]);
    expect(await store.get(customer._id)).toBeDefined();
    expect((await erase([customer._id])).body).toMatchObject({ documents: 1 });
    expect(await everything()).not.toContain('Seventhperson');
  });
});

describe('an erased photo', () => {
  it('takes its bytes along, unless another entry of the same person names them', async () => {
    const bytes = jpegOf(2000);
    const sha256 = hashOf(bytes);
    const { job } = await visitOf('Fourthperson');
    const photo = { kind: 'before', sha256, size: bytes.length } as const;
    const named = [1, 2].flatMap(() => wires(addPhoto(manager.context, asJob(bodyOf(job)), photo)));
    const [first, last] = named.filter(({ type }) => type === 'photo') as [WireDocument, WireDocument];
    await manager.send(named);
    expect((await askFile(server, manager.session, sha256, { body: bytes })).status).toBeLessThan(300);
    expect((await erase([first._id])).body).toMatchObject({ documents: 1, files: 0 });
    expect((await askFile(server, manager.session, sha256)).status).toBe(200);
    expect((await erase([last._id])).body).toMatchObject({ documents: 1, files: 1 });
    expect((await askFile(server, manager.session, sha256)).status).toBe(404);
    const file = server.context.files.of(owner.session.workshop.id);
    expect(await file.stat({ sha256, by: manager.userId })).toBeUndefined();
  });
});

it('is an owner’s act, never takes money or people, and may name a note', async () => {
  const { documents, job, customer } = await visitOf('Fifthperson');
  const [payment] = manager.pay(job, 1000_00) as [WireDocument];
  const [note] = wires(addNote(manager.context, asJob(bodyOf(job)), 'Fifthperson owes us')) as [WireDocument];
  await manager.send([payment, note]);
  expect((await erase([customer._id], manager)).status).toBe(403);
  for (const id of [job._id, payment._id, 'workshop:self', `member:${manager.userId}`])
    expect((await erase([id])).status).toBe(403);
  expect((await erase([])).status).toBe(400);
  const visited = documents.filter(({ type }) => type === 'customer' || type === 'jobEvent');
  expect((await erase([...visited.map(({ _id }) => _id), note._id])).status).toBe(200);
  expect(await everything()).not.toContain('Fifthperson');
  expect(await owner.get(payment._id)).toMatchObject({ amount: 1000_00 });
});
