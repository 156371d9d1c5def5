import { afterAll, describe, expect, it } from 'vitest';
import type {
  AuditList,
  RecoveryAccepted,
  RecoveryAnswer,
  RecoveryOffers,
  RecoveryOfferAnswer,
} from '@revops/domain';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { bodyOf, changed, fresh, over, type Phone, typed, type WireDocument } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, store } = await startWorkshop();
afterAll(() => server.stop());

const get = <T>(phone: Phone, path: string) => server.call<T>(path, { token: phone.session.accessToken });
const post = <T = Record<string, unknown>>(phone: Phone, path: string, body: unknown = {}) =>
  server.call<T>(path, { token: phone.session.accessToken, body });
const recover = async (documents: readonly unknown[], phone = owner) =>
  (await post<RecoveryAnswer>(phone, '/api/recovery', { documents, source: 'bundle' })).body.rows;
const results = async (documents: readonly unknown[]) =>
  (await recover(documents)).map(({ result }) => result);

/** A job with money, as a phone of this person kept it; the server has none of it. */
function work(phone: Phone): readonly WireDocument[] {
  const documents = phone.openJob();
  return [...documents, ...phone.pay(typed(documents, 'job'), 5000_00)];
}

describe('what an owner brings back', () => {
  it('keeps its writer and its device, whoever brings it and in whatever order, and answers alike when repeated', async () => {
    const documents = work(manager).toReversed();
    expect(new Set(await results(documents))).toEqual(new Set(['stored']));
    expect(new Set(await results(documents))).toEqual(new Set(['known']));
    const payment = await owner.get(typed(documents, 'payment')._id);
    expect(payment).toMatchObject({ createdBy: manager.userId, device: manager.context.deviceId });
    expect(payment._rev).toBe(typed(documents, 'payment')._rev);
    expect(await manager.get(payment._id)).toEqual(payment);
    const audit = await get<{ items: { who: { id: string }; flags?: string[] }[] }>(
      owner,
      `/api/audit/${payment._id}`,
    );
    expect(audit.body.items).toMatchObject([{ who: { id: owner.userId }, flags: ['recovered'] }]);
  });

  it('may be of somebody whom this server does not know, but counts as confirmed for nobody', async () => {
    const stranger = { createdBy: 'somebody-gone', device: 'phone-gone' };
    const [job, payment] = [typed(work(manager), 'job'), typed(work(manager), 'payment')];
    const desk = { desk: stranger.createdBy, access: [`desk:${stranger.createdBy}`] };
    const lost = fresh({ ...bodyOf(job), ...stranger, ...desk });
    const readers = [...new Set([`desk:${stranger.createdBy}`])];
    const money = {
      ...bodyOf(payment),
      ...stranger,
      desk: stranger.createdBy,
      collectedBy: stranger.createdBy,
    };
    const theirs = fresh({ ...money, jobId: lost._id, access: readers });
    const forged = fresh({ ...bodyOf(theirs), _id: `${theirs._id}1`, byOwner: true });
    const rows = await recover([lost, theirs, forged]);
    expect(rows.map(({ result }) => result)).toEqual(['stored', 'stored', 'refused']);
    expect(rows[2]?.reason).toMatch(/^protected_field: /);
  });

  it('passes every other rule: a decided turn, a wrong reader, an entry that says something else', async () => {
    const documents = work(manager);
    await manager.send(documents);
    const payment = typed(documents, 'payment');
    expect(await results([fresh({ ...bodyOf(payment), amount: 1_00 })])).toEqual(['refused']);
    expect(await results([fresh({ ...bodyOf(payment), _id: `${payment._id}9`, access: ['staff'] })])).toEqual(
      ['refused'],
    );
    expect(await results([{ ...payment, _id: 'nonsense' }, {}])).toEqual(['refused', 'refused']);
  });

  it('comes back without what only the gateway writes, as the same revision from every phone', async () => {
    const [first, ...others] = work(manager);
    const job = typed([first as WireDocument, ...others], 'job');
    const kept = { ...job, was: [`desk:${second.userId}`] };
    await recover(others.filter(({ _id }) => _id !== job._id));
    expect(await results([kept])).toEqual(['stored']);
    expect(await results([kept])).toEqual(['known']);
    const stored = await owner.get(job._id);
    expect(stored['was']).toBeUndefined();
    expect(stored._revisions?.ids).toContain(job._rev.slice(2));
  });

  it('a later edit joins what the server still has', async () => {
    const documents = work(manager);
    await manager.send(documents);
    const job = await manager.get(typed(documents, 'job')._id);
    const edit = over(job, changed(manager, job, { carModel: 'After the backup' }));
    expect(await results([edit])).toEqual(['stored']);
    expect((await owner.get(job._id))['carModel']).toBe('After the backup');
  });

  it('is for owners alone, and in parts', async () => {
    expect((await post(manager, '/api/recovery', { documents: [], source: 'file' })).status).toBe(403);
    expect((await server.call('/api/recovery', { body: { documents: [], source: 'file' } })).status).toBe(
      401,
    );
    expect((await post(owner, '/api/recovery', { documents: [] })).status).toBe(400);
    const many = Array.from({ length: 501 }, () => ({}));
    expect((await post(owner, '/api/recovery', { documents: many, source: 'file' })).status).toBe(400);
    const same = { documents: many.slice(0, 51).map(() => ({ _id: 'job:1' })), source: 'file' };
    expect((await post(owner, '/api/recovery', same)).status).toBe(413);
  });
});

describe('what a phone offers', () => {
  const offer = async (phone: Phone, documents: readonly unknown[]) =>
    (await post<RecoveryOfferAnswer>(phone, '/api/recovery/offers', { documents })).body.rows;
  const offers = async () => (await get<RecoveryOffers>(owner, '/api/recovery/offers')).body.items;
  const accept = (id: string) => post<RecoveryAccepted>(owner, `/api/recovery/offers/${id}/accept`);

  it('counts for nobody before an owner has seen who brought it and what is in it, and accepts it', async () => {
    const documents = work(second);
    expect(new Set((await offer(manager, documents)).map(({ result }) => result))).toEqual(new Set(['kept']));
    await offer(manager, documents);
    const [item, ...more] = await offers();
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      id: manager.context.deviceId,
      who: { id: manager.userId },
      device: { id: manager.context.deviceId },
      documents: documents.length,
      counts: { payment: 1, job: 1 },
      by: [{ id: second.userId, documents: documents.length, money: 5000_00 }],
      refused: [],
    });
    for (const phone of [owner, manager, second])
      expect(
        (await phone.ids()).some((id) => id.startsWith('offer') || id === typed(documents, 'job')._id),
      ).toBe(false);
    expect((await accept(item?.id ?? '')).body).toEqual({ stored: documents.length, known: 0, refused: 0 });
    expect(await offers()).toEqual([]);
    expect((await second.get(typed(documents, 'payment')._id)).createdBy).toBe(second.userId);
    // An owner accepted it; whose phone said so must be known when it turns out to be a lie.
    const history = await get<AuditList>(owner, `/api/audit/${typed(documents, 'payment')._id}`);
    expect(history.body.items).toMatchObject([
      {
        who: { id: owner.userId },
        flags: ['recovered'],
        offeredBy: { who: { id: manager.userId }, device: { id: manager.context.deviceId } },
      },
    ]);
    expect((await accept(item?.id ?? '')).status).toBe(404);
    expect((await offer(manager, documents)).every(({ result }) => result === 'known')).toBe(true);
  });

  it('leaves the list when its own people bring it, and stays with its reason where the rules refuse it', async () => {
    const [theirs, wrong] = [
      work(second),
      fresh({ ...bodyOf(typed(work(second), 'payment')), byOwner: true }),
    ];
    await offer(manager, [...theirs, wrong]);
    await second.send(theirs);
    expect((await offers()).map(({ documents }) => documents)).toEqual([1]);
    expect((await accept(manager.context.deviceId)).body).toMatchObject({ refused: 1 });
    const [left] = await offers();
    expect(left?.refused).toMatchObject([{ id: wrong._id }]);
    await post(owner, `/api/recovery/offers/${manager.context.deviceId}/discard`);
    expect(await offers()).toEqual([]);
    expect(await store.allDocs({ startId: 'offer', endId: 'offer\uffff' })).toEqual([]);
  });

  it('is accepted as it was seen: what came since, or stands in its place, needs another look', async () => {
    const seen = typed(work(second), 'payment');
    await offer(manager, [seen]);
    const [first] = await offers();
    const forged = { ...seen, amount: 90_000_00 };
    await offer(manager, [forged]);
    const path = `/api/recovery/offers/${manager.context.deviceId}/accept`;
    expect((await post(owner, path, { seen: first?.seen })).status).toBe(409);
    await offer(manager, [seen]);
    await offer(manager, [typed(work(second), 'job')]);
    expect((await post(owner, path, { seen: first?.seen })).status).toBe(409);
    const [now] = await offers();
    expect(now).toMatchObject({ documents: 2, by: [{ money: 5000_00 }] });
    expect((await post(owner, path, { seen: now?.seen })).status).toBe(200);
    await post(owner, `/api/recovery/offers/${manager.context.deviceId}/discard`);
  });

  it('takes no room from others, with whatever number of phones one person signs in', async () => {
    const parts = [1, 2, 3].map((n) => ({
      _id: `offer:phone-${n}:x`,
      type: 'offer',
      who: manager.userId,
      device: `phone-${n}`,
      receivedAt: '2026-11-21T12:00:00.000Z',
      bytes: 19 * 1024 * 1024,
      documents: [{ id: `payment:${n}`, rev: `1-${'a'.repeat(32)}`, type: 'payment', by: 'x', money: 1 }],
    }));
    for (const part of parts) await store.put(part);
    const documents = work(second);
    const resultsOf = async (phone: Phone) => (await offer(phone, documents)).map(({ result }) => result);
    expect(new Set(await resultsOf(manager))).toEqual(new Set(['full']));
    expect(new Set(await resultsOf(owner))).toEqual(new Set(['kept']));
    const [kept] = await store.allDocs({
      startId: `offer:${owner.context.deviceId}:`,
      endId: `offer:${owner.context.deviceId}:\uffff`,
    });
    // What many small ones cost beside their text counts too.
    expect(kept?.['bytes']).toBeGreaterThan(documents.length * 1024);
    for (const id of ['phone-1', 'phone-2', 'phone-3', owner.context.deviceId])
      await post(owner, `/api/recovery/offers/${id}/discard`);
    expect(await offers()).toEqual([]);
  });

  it('is seen and accepted by owners alone', async () => {
    expect((await get(manager, '/api/recovery/offers')).status).toBe(403);
    expect((await post(manager, '/api/recovery/offers/x/accept')).status).toBe(403);
    expect((await post(manager, '/api/recovery/offers/x/discard')).status).toBe(403);
    expect((await offer(manager, [{ _id: 'x' }])).map(({ result }) => result)).toEqual(['refused']);
  });
});
