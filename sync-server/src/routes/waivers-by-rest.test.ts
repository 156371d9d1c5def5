import type { JobItem, WaiverItem } from '@revops/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());
const asOwner = new RestClient(owner);
const asManager = new RestClient(manager);
const asSecond = new RestClient(second);
const limit = 500_00;

beforeAll(() => asOwner.put('/api/workshops/mine', { waiverLimit: limit }));

async function waive(who: RestClient, jobId: string, amount: number, key?: string): Promise<string> {
  const body = { jobId, amount, reason: 'Regular customer' };
  const answer = await who.post<{ id: string }>('/api/waivers', body, key);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body.id;
}

const one = async (who: RestClient, id: string): Promise<WaiverItem | undefined> =>
  (await who.all<WaiverItem>('/api/waivers')).find((waiver) => waiver.id === id);

const balance = async (id: string): Promise<JobItem['balance']> => (await asOwner.job(id)).balance;
const job = async (who = asManager): Promise<string> => (await who.openJob({ estimatedAmount: 4000_00 })).id;

describe('POST /api/waivers', () => {
  it('counts within the limit once for a job, and waits above it or a second time', async () => {
    const id = await job();
    const first = await waive(asManager, id, limit);
    expect(await one(asManager, first)).toMatchObject({
      state: 'confirmed',
      givenBy: manager.userId,
      jobId: id,
    });
    const again = await waive(asManager, id, 100_00);
    const large = await waive(asManager, await job(), limit + 1);
    expect([(await one(asOwner, again))?.state, (await one(asOwner, large))?.state]).toEqual([
      'waiting',
      'waiting',
    ]);
    expect(await balance(id)).toBe(3500_00);
    const all = await waive(asOwner, id, 1000_00);
    expect(await one(asOwner, all)).toMatchObject({ state: 'confirmed' });
    expect(await asOwner.all('/api/waivers?state=waiting')).toHaveLength(2);
    expect(await asSecond.all('/api/waivers')).toEqual([]);
  });

  it('is for jobs that one may change, and says what to put right', async () => {
    const id = await job();
    expect((await server.call('/api/waivers', { body: { jobId: id } })).status).toBe(401);
    expect((await asSecond.post('/api/waivers', { jobId: id, amount: 1, reason: 'x' })).status).toBe(404);
    const wrong: readonly (readonly [object, string, string])[] = [
      [{ amount: 0 }, 'amount', 'amount_not_positive'],
      [{ reason: ' ' }, 'reason', 'too_small'],
      [{ more: 1 }, 'more', 'unrecognized_keys'],
    ];
    for (const [change, field, what] of wrong) {
      const body = { jobId: id, amount: 100, reason: 'Regular', ...change };
      const answer = await asManager.post('/api/waivers', body);
      expect([field, answer.status, answer.body.error?.fields]).toEqual([field, 400, { [field]: what }]);
    }
  });

  it('lets off no more than is still to collect', async () => {
    const id = await job();
    const off = (who: RestClient, amount: number, jobId = id) =>
      who.post('/api/waivers', { jobId, amount, reason: 'Regular' });
    const tooMuch = { status: 400, body: { error: { fields: { amount: 'more_than_bill' } } } };
    expect(await off(asOwner, 4000_01)).toMatchObject(tooMuch);
    await asManager.pay(id, 3000_00);
    expect(await off(asManager, 1000_01)).toMatchObject(tooMuch);
    const { id: unbilled } = await asManager.openJob();
    expect(await off(asOwner, 1, unbilled)).toMatchObject(tooMuch);
    expect(await off(asOwner, 1000_00)).toMatchObject({ status: 201 });
    expect(await balance(id)).toBe(0);
    expect(await off(asOwner, 1)).toMatchObject(tooMuch);
  });

  it('makes one however often a named request is sent, also where it has the id of the job', async () => {
    const id = await job();
    const first = await waive(asManager, id, 300_00, 'waiver-1');
    expect(await waive(asManager, id, 300_00, 'waiver-1')).toBe(first);
    const waiting = await waive(asManager, id, 200_00, 'waiver-2');
    expect(await waive(asManager, id, 200_00, 'waiver-2')).toBe(waiting);
    expect(waiting).not.toBe(first);
    const other = { jobId: id, amount: 250_00, reason: 'Regular customer' };
    expect((await asManager.post('/api/waivers', other, 'waiver-2')).status).toBe(409);
    expect(await balance(id)).toBe(3700_00);
    expect(
      (await asManager.all<WaiverItem>('/api/waivers')).filter(({ jobId }) => jobId === id),
    ).toHaveLength(2);
  });
});

describe('a word on a discount', () => {
  it('is an owner’s: agreed it counts, rejected it is due again with the reason', async () => {
    const id = await job();
    const given = await waive(asManager, id, 900_00);
    for (const word of ['confirm', 'reject'])
      expect((await asManager.put(`/api/waivers/${given}/${word}`, { reason: 'x' })).status).toBe(403);
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/waivers/${given}/confirm`)).toMatchObject({
        status: 200,
        body: { state: 'confirmed' },
      });
    expect(await balance(id)).toBe(3100_00);
    expect((await asOwner.put(`/api/waivers/${given}/reject`)).status).toBe(400);
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/waivers/${given}/reject`, { reason: 'Ask me first' })).toMatchObject({
        status: 200,
        body: { state: 'rejected', rejection: 'Ask me first' },
      });
    expect(await balance(id)).toBe(4000_00);
    expect((await asOwner.put('/api/waivers/nothing/confirm')).status).toBe(404);
  });
});
