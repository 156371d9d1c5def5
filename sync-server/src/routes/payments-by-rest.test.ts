import { afterAll, describe, expect, it } from 'vitest';
import type { PaymentItem } from '@revops/domain';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second, join } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
const job = (await asManager.openJob({ estimatedAmount: 900_000 })).id;
const good = { jobId: job, amount: 500_00, kind: 'partial', method: 'cash' };

const one = async (id: string, who = asManager): Promise<PaymentItem | undefined> =>
  (await who.all<PaymentItem>('/api/payments')).find((payment) => payment.id === id);

describe('POST /api/payments', () => {
  it('needs a person, whole minor units and a job', async () => {
    expect((await server.call('/api/payments', { body: good })).status).toBe(401);
    const wrong: readonly (readonly [object, string, string])[] = [
      [{ amount: 10.5 }, 'amount', 'invalid_type'],
      [{ amount: '100' }, 'amount', 'invalid_type'],
      [{ amount: 0 }, 'amount', 'amount_not_positive'],
      [{ amount: -5 }, 'amount', 'amount_not_positive'],
      [{ amount: 1e15 }, 'amount', 'too_big'],
      [{ kind: 'tip' }, 'kind', 'invalid_value'],
      [{ method: undefined }, 'method', 'invalid_value'],
      [{ reference: '12 3' }, 'reference', 'utr_invalid'],
      [{ collectedBy: owner.userId }, 'collectedBy', 'unrecognized_keys'],
    ];
    for (const [change, field, what] of wrong) {
      const { status, body } = await asManager.post('/api/payments', { ...good, ...change });
      expect([field, status, body.error?.fields?.[field]]).toEqual([field, 400, what]);
    }
    for (const jobId of ['job:nowhere', crypto.randomUUID(), 'workshop:self', '../x'])
      expect((await asManager.post('/api/payments', { ...good, jobId })).status).toBe(404);
    const technician = new RestClient(await join('technician'));
    expect((await technician.post('/api/payments', good)).status).toBe(403);
    expect(await asManager.all('/api/payments')).toEqual([]);
  });

  it('waits for an owner where a manager took it, and counts at once where an owner did', async () => {
    const { length } = await asOwner.all('/api/payments');
    const taken = await asManager.pay(job, 500_00, { note: 'At the gate', transfer: 'T1' });
    expect(await one(taken)).toMatchObject({
      ...good,
      note: 'At the gate',
      transfer: 'T1',
      collectedBy: manager.userId,
      state: 'waiting',
    });
    const own = await asOwner.pay(job.slice('job:'.length), 100_00, { method: 'card' });
    expect(await one(own, asOwner)).toMatchObject({
      jobId: job,
      state: 'confirmed',
      collectedBy: owner.userId,
    });
    expect(await asManager.job(job)).toMatchObject({ received: 600_00, confirmed: 100_00, balance: 840_000 });
    expect(await asOwner.all('/api/payments')).toHaveLength(length + 2);
  });

  it('takes refunds off what was received', async () => {
    const { id } = await asManager.openJob({ estimatedAmount: 100_000 });
    await asManager.pay(id, 80_000);
    await asManager.pay(id, 30_000, { kind: 'refund' });
    expect(await asManager.job(id)).toMatchObject({ received: 50_000, confirmed: 0, balance: 50_000 });
  });

  it('gives back no more than came in and counts, however often a named request comes', async () => {
    const { id } = await asManager.openJob({ estimatedAmount: 100_000 });
    const refund = (amount: number, key?: string) =>
      asManager.post('/api/payments', { jobId: id, amount, kind: 'refund', method: 'cash' }, key);
    const tooMuch = { status: 400, body: { error: { fields: { amount: 'more_than_received' } } } };
    expect(await refund(1)).toMatchObject(tooMuch);
    const rejected = await asManager.pay(id, 70_000);
    await asOwner.put(`/api/payments/${rejected}/reject`, { reason: 'Not in the drawer' });
    await asManager.pay(id, 50_000);
    // What another desk’s manager took is the owner’s to know.
    expect(
      await new RestClient(second).post('/api/payments', { ...good, jobId: id, kind: 'refund' }),
    ).toMatchObject(tooMuch);
    expect(await refund(50_001)).toMatchObject(tooMuch);
    expect(await refund(50_000, 'back-1')).toMatchObject({ status: 201 });
    expect(await refund(50_000, 'back-1')).toMatchObject({ status: 201 });
    expect(await refund(1)).toMatchObject(tooMuch);
    expect(await asManager.job(id)).toMatchObject({ received: 0, balance: 100_000 });
  });

  it('keeps the bank’s reference, and shows a clash where another payment has it', async () => {
    const first = await asManager.pay(job, 100, { method: 'upi', reference: ' 4123-4567 8901 ' });
    const other = await asSecond.pay((await asSecond.openJob()).id, 100, {
      method: 'upi',
      reference: '412345678901',
    });
    expect(await one(first)).toMatchObject({ reference: '412345678901', state: 'waiting' });
    expect(await one(other, asSecond)).toMatchObject({ reference: '412345678901', state: 'clash' });
    const path = `/api/payments/${other}/confirm`;
    expect(await asOwner.put(path)).toMatchObject({
      status: 403,
      body: { error: { code: 'clash_unanswered' } },
    });
    expect((await asOwner.put<PaymentItem>(path, { answersClashes: true })).body.state).toBe('confirmed');
  });

  it('takes money for another desk’s job, which its own desk sees too and nobody else', async () => {
    const id = await asSecond.pay(job, 250_00);
    for (const who of [asSecond, asManager, asOwner])
      expect(await one(id, who)).toMatchObject({ state: 'waiting' });
    const stranger = new RestClient(await join('manager'));
    expect(await stranger.all('/api/payments')).toEqual([]);
    expect(await stranger.all(`/api/payments?jobId=${job}`)).toEqual([]);
    expect((await asSecond.get(`/api/jobs/${job}`)).status).toBe(404);
  });
});

describe('an owner’s word', () => {
  it('is an owner’s alone, and of payments that there are', async () => {
    const id = await asManager.pay(job, 100_00);
    for (const word of ['confirm', 'reject']) {
      const path = `/api/payments/${id}/${word}`;
      expect((await server.call(path, { method: 'PUT', body: {} })).status).toBe(401);
      const refused = await asManager.put(path, { reason: 'no' });
      expect(refused).toMatchObject({ status: 403, body: { error: { code: 'owner_only' } } });
      for (const unknown of [crypto.randomUUID(), job, 'payment:x y'])
        expect(
          (await asOwner.put(`/api/payments/${unknown}/${word}`, word === 'reject' ? { reason: 'no' } : {}))
            .status,
        ).toBe(404);
    }
    expect(await asOwner.put(`/api/payments/${id}/reject`)).toMatchObject({
      status: 400,
      body: { error: { fields: { reason: 'invalid_type' } } },
    });
    expect((await one(id))?.state).toBe('waiting');
  });

  it('confirms, may be said again, and may be taken the other way', async () => {
    const id = await asManager.pay(job, 100_00);
    const bare = id.slice('payment:'.length);
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/payments/${bare}/confirm`)).toMatchObject({
        status: 200,
        body: { id, state: 'confirmed' },
      });
    const rejected = { status: 200, body: { id, state: 'rejected', reason: 'Not in the till' } };
    for (let times = 0; times < 2; times += 1)
      expect(await asOwner.put(`/api/payments/${id}/reject`, { reason: ' Not in the till ' })).toMatchObject(
        rejected,
      );
    expect(await asOwner.put(`/api/payments/${id}/reject`, { reason: 'Another' })).toMatchObject({
      status: 403,
      body: { error: { code: 'already_decided' } },
    });
    const decisions = (await owner.ids()).filter((other) => other.startsWith(`paymentDecision:${bare}:`));
    expect(decisions.toSorted()).toEqual([1, 2].map((turn) => `paymentDecision:${bare}:${turn}`));
  });

  it('is said once by any number of owners at once', async () => {
    const id = await asManager.pay(job, 100_00);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => asOwner.put(`/api/payments/${id}/confirm`)),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const decisions = (await owner.ids()).filter((other) =>
      other.startsWith(`paymentDecision:${id.slice(8)}:`),
    );
    expect(decisions).toHaveLength(1);
  });
});

describe('GET /api/payments', () => {
  it('lists by state, job and time, newest first', async () => {
    const { id } = await asManager.openJob();
    const [first, later] = [await asManager.pay(id, 1), await asManager.pay(id, 2)];
    await asOwner.put(`/api/payments/${first}/confirm`);
    const ids = async (query: string): Promise<readonly string[]> =>
      (await asManager.all<PaymentItem>(`/api/payments?jobId=${id}&${query}`)).map((payment) => payment.id);
    expect(await ids('limit=1')).toEqual([later, first]);
    expect(await ids('confirmed=true')).toEqual([first]);
    expect(await ids('confirmed=false')).toEqual([later]);
    const all = await asManager.all<PaymentItem>('/api/payments?limit=2');
    const confirmed = await asManager.all<PaymentItem>('/api/payments?limit=2&confirmed=true');
    expect(confirmed).toEqual(all.filter(({ state }) => state === 'confirmed'));
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kolkata' }).format();
    expect(await asManager.all(`/api/payments?from=${today}&to=${today}`)).toEqual(all);
    expect(await asManager.all('/api/payments?to=2026-01-01')).toEqual([]);
    expect(await asManager.all('/api/payments?from=2199-01-01')).toEqual([]);
    const at = all[1]?.receivedAt ?? '';
    expect(await asManager.all(`/api/payments?from=${at}`)).toEqual(
      all.filter(({ receivedAt }) => receivedAt >= at),
    );
    expect(await asManager.all(`/api/payments?to=${at}`)).toEqual(
      all.filter(({ receivedAt }) => receivedAt < at),
    );
    for (const query of ['confirmed=yes', 'from=x', 'to=2026-02-30', 'limit=0', 'desk=x', 'after=zz'])
      expect([query, (await asManager.get(`/api/payments?${query}`)).status]).toEqual([query, 400]);
  });
});
