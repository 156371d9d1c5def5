import { afterAll, describe, expect, it } from 'vitest';
import type { AuditList, QuarantineItem, QuarantineList } from '@revops/domain';
import { addNote } from '@revops/domain';
import { joinWorkshop } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  bodyOf,
  changed,
  fresh,
  over,
  Phone,
  randomHash,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, store } = await startWorkshop();
afterAll(() => server.stop());

const get = <T>(phone: Phone, path: string) => server.call<T>(path, { token: phone.session.accessToken });
const post = <T = Record<string, unknown>>(phone: Phone, path: string, body: unknown = {}) =>
  server.call<T>(path, { token: phone.session.accessToken, body });
const listed = async (query = ''): Promise<readonly QuarantineItem[]> =>
  (await get<QuarantineList>(owner, `/api/quarantine?limit=200${query}`)).body.items;
const ofDocument = async (id: string, query = '') =>
  (await listed(query)).filter((item) => item.docId === id);
const errorOf = (answer: { readonly body: unknown }): string =>
  (answer.body as { error: { code: string } }).error.code;
const lettingIn = async (id: string) => {
  const [item] = await ofDocument(id);
  return post(owner, `/api/quarantine/${encodeURIComponent(item?.id ?? '')}/readmit`);
};

async function storedJob(phone: Phone): Promise<WireDocument> {
  const documents = phone.openJob();
  await phone.send(documents);
  return phone.get(typed(documents, 'job')._id);
}

describe('a refused document', () => {
  it('is kept as it came, once, with its reason, and leaves on no other way', async () => {
    const job = await storedJob(manager);
    const edit = over(job, changed(owner, job, { carModel: 'Alto' }));
    expect(await second.codes([edit])).toEqual(['not_permitted']);
    expect(await second.codes([edit])).toEqual(['not_permitted']);
    const [item, ...more] = await ofDocument(job._id);
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      docId: job._id,
      rev: edit._rev,
      type: 'job',
      reason: { code: 'not_permitted', words: 'Your role or desk does not allow this change.' },
      who: { id: second.userId },
      device: { id: second.context.deviceId, code: second.session.device?.code },
      via: 'sync',
      body: edit,
    });
    expect(item?.who.name).toMatch(/^Person/);
    for (const phone of [owner, manager, second])
      expect((await phone.ids()).some((id) => /^(quarantine|refused):/.test(id))).toBe(false);
  });

  it('is kept in the bulk of the accepted ones, also by PUT, but not where it was only a conflict', async () => {
    const job = await storedJob(manager);
    const put = (body: object) =>
      second.call(`/${encodeURIComponent(job._id)}`, { method: 'PUT', body: { ...bodyOf(job), ...body } });
    expect((await put({ _rev: job._rev })).status).toBe(403);
    expect(await ofDocument(job._id)).toHaveLength(1);
    const stale = { ...bodyOf(job), _rev: `9-${randomHash()}` };
    expect(
      (await manager.call(`/${encodeURIComponent(job._id)}`, { method: 'PUT', body: stale })).status,
    ).toBe(409);
    expect(await ofDocument(job._id)).toHaveLength(1);
  });

  it('is named and not kept where it is larger than any document, and nothing of what is no document', async () => {
    const id = `payment:${crypto.randomUUID()}`;
    const before = (await listed()).length;
    expect(
      await manager.codes([
        fresh({ _id: id, type: 'payment', note: 'x'.repeat(30_000) } as never),
        7,
        null,
        {},
      ]),
    ).toEqual(['too_large', 'invalid_document', 'invalid_document', 'invalid_id']);
    expect((await listed()).length).toBe(before + 1);
    expect((await ofDocument(id))[0]).toMatchObject({ reason: { code: 'too_large' }, body: {} });
  });

  it('is listed newest first, page by page, to owners alone', async () => {
    await manager.send(
      Array.from({ length: 7 }, () => fresh({ _id: `note:${randomHash()}`, type: 'note' } as never)),
    );
    const all = (await listed()).map((item) => item.id);
    expect(all).toHaveLength(new Set(all).size);
    const times = (await listed()).map((item) => item.receivedAt);
    expect(times).toEqual(times.toSorted().toReversed());
    const paged: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const query = next === '' ? '' : `&after=${next}`;
      const page: QuarantineList = (await get<QuarantineList>(owner, `/api/quarantine?limit=3${query}`)).body;
      paged.push(...page.items.map((item) => item.id));
      next = page.next;
    }
    expect(paged).toEqual(all);
    expect([
      (await get(manager, '/api/quarantine')).status,
      (await server.call('/api/quarantine')).status,
    ]).toEqual([403, 401]);
    expect((await get(owner, '/api/quarantine?limit=x')).status).toBe(400);
  });

  it('says so where there is no room left, and is refused all the same', async () => {
    const taken = await store.getLocal('quarantine-room');
    const full = { [second.context.deviceId]: 20 * 1024 * 1024 };
    await store.putLocal('quarantine-room', { taken: { ...(taken?.['taken'] as object), ...full } });
    const id = `note:${randomHash()}`;
    const [row] = await second.send([fresh({ _id: id, type: 'note' } as never)]);
    expect(row?.reason).toMatch(/^unknown_type: .* It was not kept on the server either/);
    expect(await ofDocument(id)).toEqual([]);
    await store.putLocal('quarantine-room', { taken: taken?.['taken'] ?? {} });
  });
});

describe('re-admission', () => {
  it('merges the edit of a job that had moved, keeps who wrote it, and is audited with who let it in', async () => {
    const job = await storedJob(manager);
    const moved = { ...changed(owner, job, { desk: second.userId }), access: [`desk:${second.userId}`] };
    expect(await owner.codes([over(job, moved)])).toEqual(['ok']);
    const late = over(job, changed(manager, job, { carModel: 'Honda City' }));
    expect(await manager.codes([late])).toEqual(['job_moved']);
    expect((await post(manager, `/api/quarantine/quarantine:${'0'.repeat(32)}/readmit`)).status).toBe(403);
    const answer = await lettingIn(job._id);
    expect([answer.status, answer.body]).toEqual([200, { id: job._id, rev: late._rev }]);
    expect(await second.get(job._id)).toMatchObject({ carModel: 'Honda City', desk: second.userId });
    expect(await ofDocument(job._id)).toEqual([]);
    const [item] = await ofDocument(job._id, '&all=true');
    expect(item?.readmitted).toMatchObject({ by: owner.userId, rev: late._rev });
    const again = await post(owner, `/api/quarantine/${item?.id ?? ''}/readmit`);
    expect([again.status, again.body]).toEqual([200, answer.body]);
    const audit = await get<AuditList>(owner, `/api/audit/${encodeURIComponent(job._id)}`);
    expect(audit.body.items[0]).toMatchObject({
      who: { id: owner.userId, name: 'Asha Rao' },
      rev: late._rev,
      changed: ['carModel'],
      flags: ['readmitted'],
    });
    expect(audit.body.items.map(({ created }) => created)).toEqual([undefined, undefined, true]);
    expect((await get(manager, `/api/audit/${encodeURIComponent(job._id)}`)).status).toBe(403);
  });

  it('lets in what another person or device of the workshop wrote, under their name', async () => {
    const job = await storedJob(manager);
    const [payment] = manager.pay(job, 700_00) as [WireDocument];
    expect(await owner.codes([payment])).toEqual(['foreign_creator']);
    expect((await lettingIn(payment._id)).status).toBe(200);
    expect(await owner.get(payment._id)).toMatchObject({
      createdBy: manager.userId,
      device: manager.context.deviceId,
      byOwner: false,
      _rev: payment._rev,
    });
  });

  it('makes nobody an owner and nothing the server’s', async () => {
    const job = await storedJob(manager);
    const [payment] = manager.pay(job, 700_00) as [WireDocument];
    const forged = fresh({ ...bodyOf(payment), byOwner: true });
    expect(await manager.codes([forged])).toEqual(['protected_field']);
    expect(errorOf(await lettingIn(payment._id))).toBe('protected_field');
    for (const [change, code] of [
      [{ createdBy: 'nobody' }, 'foreign_creator'],
      [{ device: 'server' }, 'foreign_device'],
    ] as const) {
      const other = fresh({ ...bodyOf(payment), _id: `payment:${crypto.randomUUID()}`, ...change });
      expect(await manager.codes([other])).toEqual([code]);
      expect(errorOf(await lettingIn(other._id))).toBe(code);
    }
    const broken = fresh({ ...bodyOf(payment), _id: `payment:${crypto.randomUUID()}`, amount: -1 });
    expect(await manager.codes([broken])).toEqual(['invalid_document']);
    expect(errorOf(await lettingIn(broken._id))).toBe('invalid_document');
    expect(await ofDocument(broken._id)).toHaveLength(1);
  });

  it('of a job brings the events of that change in, which were refused with it also when they came later', async () => {
    const job = await storedJob(manager);
    const wrong = over(job, { ...changed(second, job, { carModel: 'Alto' }) });
    expect(await second.codes([wrong])).toEqual(['not_permitted']);
    const stamp = (wrong.stamps as Record<string, string>)['carModel'];
    const note = wires(addNote(second.context, { ...asJob(bodyOf(job)), desk: second.userId }, 'Alto'))[0];
    const event = fresh({
      ...bodyOf(note as WireDocument),
      kind: 'edited',
      hlc: stamp,
      desk: manager.userId,
      access: [`desk:${manager.userId}`],
    });
    expect(await second.codes([event])).toEqual(['with_job']);
    expect(errorOf(await lettingIn(event._id))).toBe('with_job');
    expect((await lettingIn(job._id)).status).toBe(200);
    expect(await ofDocument(event._id)).toEqual([]);
    expect(await manager.get(event._id)).toMatchObject({ createdBy: second.userId });
  });

  it('of what was put without a revision of its own merges it over what is there now', async () => {
    const job = await storedJob(manager);
    const edit = { ...changed(second, job, { address: 'Gate 7' }), _rev: job._rev };
    const put = await second.call(`/${encodeURIComponent(job._id)}`, { method: 'PUT', body: edit });
    expect(put.status).toBe(403);
    await manager.send([over(job, changed(manager, job, { carModel: 'Swift' }))]);
    expect((await lettingIn(job._id)).status).toBe(200);
    expect(await manager.get(job._id)).toMatchObject({ address: 'Gate 7', carModel: 'Swift' });
  });
});

describe('an upload', () => {
  it('is kept once for each revision, and answers the same when it comes again', async () => {
    const job = await storedJob(manager);
    const waiting = manager.openJob({ plate: 'KA05MN1234' });
    const documents = [...waiting, job].map((body) => ({ body }));
    const first = await post(manager, '/api/quarantine', { documents });
    expect([first.status, first.body['stored']]).toEqual([200, documents.length]);
    expect(first.body['kept']).toEqual([...waiting, job].map(({ _id: id, _rev: rev }) => ({ id, rev })));
    expect((await post(manager, '/api/quarantine', { documents })).body).toEqual(first.body);
    // What had arrived before is not kept twice.
    expect(await ofDocument(job._id)).toEqual([]);
    const [item] = await ofDocument(typed(waiting, 'job')._id);
    expect(item).toMatchObject({ via: 'upload', reason: { code: 'member_removed' } });
    expect((await lettingIn(typed(waiting, 'job')._id)).status).toBe(200);
  });

  it('is taken also from somebody who was removed, and keeps their name', async () => {
    const gone = new Phone(server, await joinWorkshop(server, owner.session));
    const waiting = gone.openJob({ plate: 'KA05MN9999' });
    const removal = `/api/managers/${gone.userId}`;
    await server.call(removal, { method: 'DELETE', token: owner.session.accessToken });
    expect((await gone.call('/_changes')).status).toBe(403);
    const answer = await post(gone, '/api/quarantine', { documents: waiting.map((body) => ({ body })) });
    expect([answer.status, answer.body['stored']]).toEqual([200, waiting.length]);
    const { _id } = typed(waiting, 'job');
    expect((await ofDocument(_id))[0]).toMatchObject({ who: { id: gone.userId }, via: 'upload' });
    expect((await lettingIn(_id)).status).toBe(200);
    expect(await owner.get(_id)).toMatchObject({ createdBy: gone.userId });
  });

  it('keeps what fits into twenty megabytes of one phone', async () => {
    const note = 'x'.repeat(19_000);
    const body = () => ({
      _id: `note:${randomHash()}`,
      _rev: `1-${randomHash()}`,
      type: 'note',
      note,
      notes: Array(20).fill(note),
    });
    let kept = 0;
    let sent = 0;
    while (sent < 70) {
      const documents = Array.from({ length: 7 }, () => ({ body: body() }));
      kept += ((await post(second, '/api/quarantine', { documents })).body['kept'] as unknown[]).length;
      sent += 7;
    }
    expect(kept).toBeGreaterThan(40);
    expect(kept).toBeLessThan(53);
  });

  it('is refused without a session, too large or not of documents', async () => {
    expect((await server.call('/api/quarantine', { body: { documents: [] } })).status).toBe(401);
    for (const body of [{}, { documents: 7 }, { documents: [{ body: 'x' }] }])
      expect((await post(manager, '/api/quarantine', body)).status).toBe(400);
    const heavy = { documents: [{ body: { _id: 'note:1', text: 'x'.repeat(5 * 1024 * 1024) } }] };
    expect((await post(manager, '/api/quarantine', heavy)).status).toBe(413);
  });
});
