import { afterAll, describe, expect, it } from 'vitest';
import type { PaymentItem, SettlementItem } from '@revops/domain';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { fresh } from '#src/testing/sync-kit.ts';

const { server, owner, manager, second, join } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
const job = (await asManager.openJob()).id;

async function handOver(who: RestClient, body: object): Promise<string> {
  const answer = await who.post<{ id: string }>('/api/settlements', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

const one = async (who: RestClient, id: string): Promise<SettlementItem | undefined> =>
  (await who.all<SettlementItem>('/api/settlements')).find((settlement) => settlement.id === id);

const stateOf = async (id: string): Promise<string | undefined> =>
  (await asOwner.all<PaymentItem>('/api/payments')).find((payment) => payment.id === id)?.state;

describe('POST /api/settlements', () => {
  it('goes to the first owner where nobody is named, and waits', async () => {
    const paid = await asManager.pay(job, 700_00);
    const body = { amount: 700_00, payments: [paid], notes: { '500': 1, '100': 2 }, note: 'Evening' };
    const id = await handOver(asManager, body);
    const item = { ...body, id, from: manager.userId, to: owner.userId, state: 'waiting' };
    for (const who of [asManager, asOwner]) expect(await one(who, id)).toMatchObject(item);
    expect(await asSecond.all('/api/settlements')).toEqual([]);
  });

  it('refuses what could never be confirmed, by name', async () => {
    expect((await server.call('/api/settlements', { body: { amount: 1 } })).status).toBe(401);
    const [card, foreign] = [await asManager.pay(job, 5, { method: 'card' }), await asSecond.pay(job, 5)];
    const technician = await join('technician');
    const wrong: readonly (readonly [object, string, string])[] = [
      [{ amount: 1.5 }, 'amount', 'invalid_type'],
      [{ amount: 0 }, 'amount', 'amount_not_positive'],
      [{ to: manager.userId }, 'to', 'same_person'],
      [{ to: technician.userId }, 'to', 'not_a_desk'],
      [{ to: 'nobody' }, 'to', 'not_a_desk'],
      [{ notes: { '0': 1 } }, 'notes.0', 'invalid_key'],
      [{ payments: ['payment:nowhere'] }, 'payments.0', 'not_cash_of_giver'],
      [{ payments: [card] }, 'payments.0', 'not_cash_of_giver'],
      [{ payments: [foreign] }, 'payments.0', 'not_cash_of_giver'],
    ];
    for (const [change, field, what] of wrong) {
      const { status, body } = await asManager.post('/api/settlements', { amount: 100, ...change });
      expect([field, status, body.error?.fields]).toEqual([field, 400, { [field]: what }]);
    }
    expect(await asOwner.post('/api/settlements', { amount: 100 })).toMatchObject({
      status: 400,
      body: { error: { fields: { to: 'required' } } },
    });
  });

  it('is written for somebody else by owners alone', async () => {
    const body = { amount: 300, from: second.userId, to: owner.userId };
    expect(await asManager.post('/api/settlements', body)).toMatchObject({
      status: 403,
      body: { error: { code: 'not_permitted' } },
    });
    const id = await handOver(asOwner, body);
    expect(await one(asSecond, id)).toMatchObject({ from: second.userId, to: owner.userId });
  });
});

describe('a word on a hand-over', () => {
  it('of an owner confirms the payments that it names', async () => {
    const [cash, other] = [await asManager.pay(job, 100), await asManager.pay(job, 200)];
    const id = await handOver(asManager, { amount: 100, payments: [cash.slice('payment:'.length)] });
    expect(await asManager.put(`/api/settlements/${id}/confirm`)).toMatchObject({ status: 403 });
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/settlements/${id}/confirm`)).toMatchObject({
        status: 200,
        body: { state: 'confirmed' },
      });
    expect([await stateOf(cash), await stateOf(other)]).toEqual(['confirmed', 'waiting']);
    expect(await asManager.put(`/api/settlements/${id}/confirm`)).toMatchObject({ status: 403 });
    expect(await asOwner.put(`/api/settlements/${id}/reject`, { reason: 'Ten short' })).toMatchObject({
      status: 200,
      body: { state: 'rejected', reason: 'Ten short' },
    });
    expect(await stateOf(cash)).toBe('waiting');
  });

  it('is the receiver’s too, and then leaves the payments to an owner', async () => {
    const cash = await asManager.pay(job, 100);
    const id = await handOver(asManager, { amount: 100, to: second.userId, payments: [cash] });
    expect(await asManager.put(`/api/settlements/${id}/confirm`)).toMatchObject({ status: 403 });
    expect(
      (await asSecond.put<SettlementItem>(`/api/settlements/${id.slice('settlement:'.length)}/confirm`)).body
        .state,
    ).toBe('confirmed');
    expect(await stateOf(cash)).toBe('waiting');
    const stranger = new RestClient(await join('manager'));
    expect((await stranger.put(`/api/settlements/${id}/confirm`)).status).toBe(404);
    expect((await stranger.put(`/api/settlements/${id}/reject`, { reason: 'x' })).status).toBe(404);
  });

  it('of an owner is not overruled by the receiver, whose word would move the cash back to the giver', async () => {
    const id = await handOver(asManager, { amount: 900, to: second.userId });
    expect((await asOwner.put(`/api/settlements/${id}/confirm`)).status).toBe(200);
    expect(await asSecond.put(`/api/settlements/${id}/reject`, { reason: 'Never came' })).toMatchObject({
      status: 403,
      body: { error: { code: 'already_decided' } },
    });
    const bare = id.slice('settlement:'.length);
    const [said, people] = [`settlementDecision:${bare}:1`, { from: manager.userId, to: second.userId }];
    const { createdAt, offset } = await owner.get(said);
    const forged = { type: 'settlementDecision', schema: 1, settlementId: id, turn: 2, verdict: 'withdrawn' };
    const origin = { createdBy: second.userId, device: second.context.deviceId, createdAt, offset };
    const access = [`desk:${manager.userId}`, `desk:${second.userId}`].toSorted();
    const body = { ...forged, ...people, ...origin, access, _id: `settlementDecision:${bare}:2` };
    expect(await second.codes([fresh(body)])).toEqual(['already_decided']);
    expect((await one(asOwner, id))?.state).toBe('confirmed');
  });

  it('needs a reason where it rejects', async () => {
    const id = await handOver(asManager, { amount: 100 });
    expect((await asOwner.put(`/api/settlements/${id}/reject`)).status).toBe(400);
    expect((await asOwner.put(`/api/settlements/${id}/reject`, { reason: '  ' })).status).toBe(400);
    expect((await asOwner.put(`/api/settlements/${id}/confirm`, { more: 1 })).status).toBe(400);
    expect((await one(asOwner, id))?.state).toBe('waiting');
  });

  it('is listed newest first, page by page', async () => {
    const all = await asOwner.all<SettlementItem>('/api/settlements');
    expect(await asOwner.all<SettlementItem>('/api/settlements?limit=2')).toEqual(all);
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    );
  });
});
