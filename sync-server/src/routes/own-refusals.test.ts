import type { OwnRefusals, QuarantineList } from '@revops/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { changed, fresh, over, type Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

const post = <T = Record<string, unknown>>(phone: Phone, path: string, body: unknown) =>
  server.call<T>(path, { token: phone.session.accessToken, body });
const asked = (phone: Phone, { _id: docId, _rev: rev }: Pick<WireDocument, '_id' | '_rev'>) =>
  post<OwnRefusals>(phone, '/api/quarantine/mine', { entries: [{ docId, rev }] });
const about = async (docId: string, what: string, body: object): Promise<void> => {
  const { body: list } = await server.call<QuarantineList>('/api/quarantine?all=true', {
    token: owner.session.accessToken,
  });
  const id = list.items.find((item) => item.docId === docId)?.id ?? '';
  expect((await post(owner, `/api/quarantine/${encodeURIComponent(id)}/${what}`, body)).status).toBe(200);
};

/** A payment that the server did not accept from its phone. */
async function refusedPayment(phone: Phone): Promise<WireDocument> {
  const documents = phone.openJob();
  await phone.send(documents);
  const payment = typed(phone.pay(typed(documents, 'job'), 500_00), 'payment');
  const wrong = fresh({ ...payment, access: ['everyone'] });
  expect(await phone.codes([wrong])).toEqual(['access_mismatch']);
  return wrong;
}

describe('POST /api/quarantine/mine', () => {
  it('asks for a session and for entries', async () => {
    expect((await server.call('/api/quarantine/mine', { body: { entries: [] } })).status).toBe(401);
    expect((await post(manager, '/api/quarantine/mine', { entries: [] })).status).toBe(400);
  });

  it('tells the phone that an owner dismissed its entry, when, who and why', async () => {
    const payment = await refusedPayment(manager);
    expect((await asked(manager, payment)).body).toEqual({ items: [] });
    await about(payment._id, 'dismiss', { reason: 'typed twice' });
    const [item] = (await asked(manager, payment)).body.items;
    expect(item).toMatchObject({
      docId: payment._id,
      rev: payment._rev,
      dismissed: { by: { id: owner.userId, name: 'Asha Rao' }, reason: 'typed twice' },
    });
    expect(Date.parse(item?.dismissed.at ?? '')).toBeGreaterThan(0);
  });

  it('tells nobody else, not even who knows its name', async () => {
    const payment = await refusedPayment(manager);
    await about(payment._id, 'dismiss', { reason: 'typed twice' });
    for (const phone of [second, owner]) expect((await asked(phone, payment)).body).toEqual({ items: [] });
    expect((await asked(manager, { ...payment, _rev: '1-other' })).body).toEqual({ items: [] });
  });

  it('says nothing of what was let in after all: that comes by itself', async () => {
    const documents = manager.openJob();
    await manager.send(documents);
    const job = typed(documents, 'job');
    const edit = over(job, changed(second, job, { carModel: 'Alto' }));
    expect(await second.codes([edit])).toEqual(['not_permitted']);
    await about(job._id, 'dismiss', { reason: 'not now' });
    expect((await asked(second, edit)).body.items).toHaveLength(1);
    await about(job._id, 'readmit', {});
    expect((await asked(second, edit)).body).toEqual({ items: [] });
  });
});
