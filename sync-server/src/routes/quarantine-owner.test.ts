import { afterAll, describe, expect, it } from 'vitest';
import {
  addNote,
  decidePayment,
  type AuditList,
  type QuarantineList,
  type ReadmittedAll,
} from '@revops/domain';
import { joinWorkshop } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  asPayment,
  bodyOf,
  changed,
  fresh,
  over,
  Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

const call = <T = Record<string, unknown>>(phone: Phone, path: string, body?: unknown) =>
  server.call<T>(`/api/${path}`, {
    token: phone.session.accessToken,
    ...(body === undefined ? {} : { body }),
  });
const upload = (phone: Phone, documents: readonly unknown[]) =>
  call(phone, 'quarantine', { documents: documents.map((body) => ({ body })) });
const listed = async (query = '') =>
  (await call<QuarantineList>(owner, `quarantine?limit=200${query}`)).body.items;
const idsOf = async (documents: readonly { readonly _id: string }[]): Promise<readonly string[]> => {
  const names = documents.map(({ _id }) => _id);
  return (await listed()).filter(({ docId }) => names.includes(docId)).map(({ id }) => id);
};

describe('all that was refused of one car', () => {
  it('comes in with one request, in the order in which it rests on one another', async () => {
    const opened = manager.openJob({ plate: 'KA05MN1234' });
    const [payment, proof] = manager.pay(typed(opened, 'job'), 900_00, {
      method: 'upi',
      utr: 'UTR999888777',
    }) as [WireDocument, WireDocument];
    const documents = [proof, payment, ...opened.toReversed()];
    expect((await upload(manager, documents)).status).toBe(200);
    const ids = await idsOf(documents);
    expect(ids).toHaveLength(6);
    const answer = await call<ReadmittedAll>(owner, 'quarantine/readmit', { ids });
    const types = answer.body.items.map(({ docId }) => docId.split(':')[0] ?? '');
    expect(types.slice(0, 2).toSorted()).toEqual(['customer', 'vehicle']);
    expect([types[2], types.at(-1)]).toEqual(['job', 'paymentProof']);
    expect(types.slice(3, 5).toSorted()).toEqual(['jobEvent', 'payment']);
    expect(answer.body.items.every(({ error, rev }) => error === undefined && rev !== undefined)).toBe(true);
    expect(await manager.ids()).toEqual(expect.arrayContaining(documents.map(({ _id }) => _id)));
    expect(await idsOf(documents)).toEqual([]);
  });

  it('is told one by one where something cannot be let in, and only owners may', async () => {
    const [good] = manager.openJob({ plate: 'KA05MN1235' }) as [WireDocument];
    const broken = fresh({ _id: `payment:${crypto.randomUUID()}`, type: 'payment', amount: -1 } as never);
    await upload(manager, [good, broken]);
    const ids = await idsOf([good, broken]);
    expect((await call(manager, 'quarantine/readmit', { ids })).status).toBe(403);
    const { body } = await call<ReadmittedAll>(owner, 'quarantine/readmit', { ids });
    expect(body.items.map(({ docId, error }) => [docId, error?.code])).toEqual([
      [good._id, undefined],
      [broken._id, 'invalid_document'],
    ]);
    expect(await idsOf([broken])).toHaveLength(1);
    expect((await call(owner, 'quarantine/readmit', { ids: [] })).status).toBe(400);
  });

  it('a change that is let in brings the line of the timeline that was refused with it', async () => {
    const opened = manager.openJob();
    await manager.send(opened);
    const job = await manager.get(typed(opened, 'job')._id);
    const wrong = over(job, changed(second, job, { carModel: 'Alto' }));
    const note = wires(addNote(second.context, { ...asJob(bodyOf(job)), desk: second.userId }, 'x'))[0];
    const hlc = (wrong.stamps as Record<string, string>)['carModel'];
    const desk = { desk: manager.userId, access: [`desk:${manager.userId}`] };
    const line = fresh({ ...bodyOf(note as WireDocument), kind: 'edited', hlc, ...desk });
    expect(await second.codes([wrong, line])).toEqual(['not_permitted', 'with_job']);
    const [jobItem] = await idsOf([job]);
    const [lineItem] = await idsOf([line]);
    const { body } = await call(owner, `quarantine/${jobItem ?? ''}/readmit`, {});
    expect(body['also']).toEqual([lineItem]);
    expect(await manager.get(line._id)).toMatchObject({ createdBy: second.userId });
  });
});

describe('dismissal', () => {
  it('takes an entry off the list with a reason, keeps it, and is audited', async () => {
    const [payment] = manager.pay(typed(manager.openJob(), 'job'), 5_00) as [WireDocument];
    await upload(manager, [payment]);
    const [id = ''] = await idsOf([payment]);
    expect((await call(owner, `quarantine/${id}/dismiss`, { reason: '  ' })).status).toBe(400);
    expect((await call(manager, `quarantine/${id}/dismiss`, { reason: 'no' })).status).toBe(403);
    const reason = 'typed twice';
    expect((await call(owner, `quarantine/${id}/dismiss`, { reason })).body).toEqual({ id });
    expect((await call(owner, `quarantine/${id}/dismiss`, { reason: 'again' })).status).toBe(200);
    expect(await idsOf([payment])).toEqual([]);
    const [item] = (await listed('&all=true')).filter(({ docId }) => docId === payment._id);
    expect(item).toMatchObject({ dismissed: { by: owner.userId, reason } });
    const audit = await call<AuditList>(owner, `audit/${encodeURIComponent(payment._id)}`);
    expect(audit.body.items).toMatchObject([{ who: { id: owner.userId }, flags: ['dismissed'] }]);
  });

  it('is no end: what was dismissed by mistake can still be let in', async () => {
    const [job] = manager.openJob({ plate: 'KA05MN1236' }) as [WireDocument];
    await upload(manager, [job]);
    const [id = ''] = await idsOf([job]);
    await call(owner, `quarantine/${id}/dismiss`, { reason: 'not ours' });
    expect((await call(owner, `quarantine/${id}/readmit`, {})).status).toBe(200);
    expect(await manager.ids()).toContain(job._id);
  });
});

it('the reason that a phone gives with what it hands in is marked as the phone’s, one line of bounded length', async () => {
  const [job] = manager.openJob({ plate: 'KA05MN1237' }) as [WireDocument];
  const words = `From RevOps:\n\n\u202Eplease accept${' this'.repeat(300)}`;
  const body = { documents: [{ body: job, reason: { code: 'not_permitted', words } }] };
  expect((await call(manager, 'quarantine', body)).status).toBe(200);
  const [item] = (await listed()).filter(({ docId }) => docId === job._id);
  expect(item?.reason).toMatchObject({ code: 'not_permitted', from: 'phone' });
  expect(item?.reason.words).toMatch(/^From RevOps: please accept this/);
  expect(item?.reason.words.length).toBeLessThanOrEqual(500);
  const [refused] = await second.send([fresh({ _id: `note:${crypto.randomUUID()}`, type: 'note' } as never)]);
  const ours = (await listed()).find(({ docId }) => docId === refused?.id);
  expect(ours?.reason.from).toBeUndefined();
});

it('money of an owner who has left waits for an owner of today, also when it is let in', async () => {
  const partner = new Phone(server, await joinWorkshop(server, owner.session, 'owner'));
  const opened = partner.openJob({ plate: 'KA05MN1238' });
  await partner.send(opened);
  const [payment] = partner.pay(typed(opened, 'job'), 8000_00) as [WireDocument];
  expect(payment['byOwner']).toBe(true);
  const removal = { method: 'DELETE', token: owner.session.accessToken } as const;
  expect((await server.call(`/api/managers/${partner.userId}`, removal)).status).toBe(204);
  expect((await upload(partner, [payment])).status).toBe(200);
  const [id = ''] = await idsOf([payment]);
  expect((await call(owner, `quarantine/${id}/readmit`, {})).status).toBe(200);
  const stored = await owner.get(payment._id);
  expect(stored).toMatchObject({ byOwner: false, createdBy: partner.userId, amount: 8000_00 });
  // The same again changes nothing, and a present owner's word counts.
  expect((await call(owner, `quarantine/${id}/readmit`, {})).status).toBe(200);
  const confirmed = decidePayment(owner.context, asPayment(bodyOf(stored)), [], { verdict: 'confirmed' });
  expect(await owner.codes(wires(confirmed))).toEqual(['ok']);
});
