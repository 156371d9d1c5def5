import type { CloseItem, DepositItem } from '@revops/domain';
import { afterAll, describe, expect, it } from 'vitest';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());
const asOwner = new RestClient(owner);
const asManager = new RestClient(manager);
const asSecond = new RestClient(second);
const job = (await asManager.openJob()).id;

async function made(who: RestClient, path: string, body: object, key?: string): Promise<string> {
  const answer = await who.post<{ id: string }>(path, body, key);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

async function cashOf(userId: string): Promise<number> {
  const { body } = await asOwner.get<{ managers: { id: string; cashInHand: number }[] }>(
    '/api/analytics/dashboard',
  );
  return body.managers.find(({ id }) => id === userId)?.cashInHand ?? 0;
}

const find = async <T extends { id: string }>(who: RestClient, path: string, id: string) =>
  (await who.all<T>(path)).find((one) => one.id === id);

describe('POST /api/deposits', () => {
  it('takes cash out of the hand when an owner has said so, and back when it is rejected', async () => {
    await asManager.pay(job, 5000_00);
    const body = { amount: 3000_00, notes: { '500': 6 }, bank: 'SBI Bhosari', reference: 'CDM12' };
    const id = await made(asManager, '/api/deposits', body, 'deposit-1');
    expect(await made(asManager, '/api/deposits', body, 'deposit-1')).toBe(id);
    const item = { ...body, id, person: manager.userId, recordedBy: manager.userId, state: 'waiting' };
    for (const who of [asManager, asOwner])
      expect(await find<DepositItem>(who, '/api/deposits?state=waiting', id)).toMatchObject(item);
    expect(await asSecond.all('/api/deposits')).toEqual([]);
    expect([
      await cashOf(manager.userId),
      (await asManager.put(`/api/deposits/${id}/confirm`)).status,
    ]).toEqual([5000_00, 403]);
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/deposits/${id}/confirm`)).toMatchObject({
        body: { state: 'confirmed' },
      });
    expect(await cashOf(manager.userId)).toBe(2000_00);
    expect(await asOwner.put(`/api/deposits/${id}/reject`, { reason: 'Not on the statement' })).toMatchObject(
      {
        status: 200,
        body: { state: 'rejected', reason: 'Not on the statement' },
      },
    );
    expect(await cashOf(manager.userId)).toBe(5000_00);
  });

  it('counts at once of an owner, who may write down another person’s', async () => {
    const id = await made(asOwner, '/api/deposits', { amount: 1000_00, person: manager.userId });
    expect(await find<DepositItem>(asManager, '/api/deposits', id)).toMatchObject({
      state: 'confirmed',
      recordedBy: owner.userId,
    });
    expect(await cashOf(manager.userId)).toBe(4000_00);
    const foreign = { amount: 1, person: second.userId };
    expect((await asManager.post('/api/deposits', foreign)).status).toBe(403);
    expect(await asOwner.post('/api/deposits', { amount: 1, person: 'nobody' })).toMatchObject({
      status: 400,
      body: { error: { fields: { person: 'not_a_desk' } } },
    });
    expect((await asManager.post('/api/deposits', { amount: 0 })).status).toBe(400);
    expect((await server.call('/api/deposits', { body: { amount: 1 } })).status).toBe(401);
  });
});

describe('POST /api/closes', () => {
  it('counts against what the book says then, asks why it differs, and names the day’s first count', async () => {
    expect(await asManager.post('/api/closes', { counted: 3900_00 })).toMatchObject({
      status: 400,
      body: { error: { fields: { reason: 'reason_needed' } } },
    });
    const id = await made(asManager, '/api/closes', { counted: 4000_00 }, 'close-1');
    const item = { person: manager.userId, expected: 4000_00, counted: 4000_00 };
    expect(await find<CloseItem>(asManager, '/api/closes', id)).toMatchObject(item);
    expect(await made(asManager, '/api/closes', { counted: 4000_00 }, 'close-1')).toBe(id);
    const again = { counted: 3900_00, notes: { '100': 39 }, reason: 'One note was counted twice' };
    const anew = await made(asManager, '/api/closes', again, 'close-2');
    expect(await made(asManager, '/api/closes', again, 'close-2')).toBe(anew);
    expect(await find<CloseItem>(asOwner, '/api/closes', anew)).toMatchObject({ ...again, corrects: id });
    // It moves nothing.
    expect(await cashOf(manager.userId)).toBe(4000_00);
    await asManager.pay(job, 100_00);
    expect(await made(asManager, '/api/closes', { counted: 4000_00 }, 'close-1')).toBe(id);
  });

  it('refuses a count against an amount that has changed, and for somebody else but by an owner', async () => {
    expect(await asManager.post('/api/closes', { counted: 1, expected: 4000_00, reason: 'x' })).toMatchObject(
      {
        status: 400,
        body: { error: { fields: { expected: 'cash_changed' } } },
      },
    );
    const other = { counted: 0, person: second.userId };
    expect((await asManager.post('/api/closes', other)).status).toBe(403);
    const id = await made(asOwner, '/api/closes', other);
    expect(await find<CloseItem>(asSecond, '/api/closes', id)).toMatchObject({ expected: 0, counted: 0 });
    expect(await find<CloseItem>(asManager, '/api/closes', id)).toBeUndefined();
  });
});
