import { afterAll, describe, expect, it } from 'vitest';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second, store } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
const car = {
  vehicleNumber: 'MH 12 AB 1234',
  customerName: 'Raj',
  phone: '98765 43210',
  advancePaid: 50_000,
};
const job = (await asManager.openJob()).id;
const money = { jobId: job, amount: 100_00, kind: 'partial', method: 'upi', reference: '412345678901' };

/** All that people wrote, as it is stored. */
const written = async (): Promise<readonly string[]> =>
  (await store.allDocs({ startId: '', endId: '\uffff' }))
    .filter((document) => Array.isArray(document['access']))
    .map(({ _id, _rev }) => `${_id} ${_rev}`);

describe('a request that is sent again', () => {
  it('opens one job, takes one payment and hands over once, and answers the same', async () => {
    const calls = [
      ['/api/jobs', car],
      ['/api/payments', money],
      ['/api/settlements', { amount: 100 }],
    ] as const;
    for (const [path, body] of calls) {
      const first = await asManager.post(path, body, 'key-1');
      expect([path, first.status]).toEqual([path, 201]);
      const before = await written();
      for (let times = 0; times < 2; times += 1) {
        const again = await asManager.post(path, body, 'key-1');
        expect([again.status, again.body]).toEqual([201, first.body]);
      }
      expect(await written()).toEqual(before);
    }
    expect((await asOwner.get<{ items: unknown[] }>('/api/quarantine')).body.items).toEqual([]);
  });

  it('is one also where the two are under way at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => asManager.post<{ id: string }>('/api/jobs', car, 'key-2')),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await asManager.all(`/api/payments?jobId=${answers[0]?.body.id}`)).toHaveLength(1);
  });

  it('is another one of another person, and without a name', async () => {
    const ids = [
      await asManager.post<{ id: string }>('/api/jobs', car, 'key-3'),
      await asSecond.post<{ id: string }>('/api/jobs', car, 'key-3'),
      await asManager.post<{ id: string }>('/api/jobs', car),
      await asManager.post<{ id: string }>('/api/jobs', car),
    ].map(({ body }) => body.id);
    expect(new Set(ids).size).toBe(4);
  });

  it('may name its document itself', async () => {
    const id = crypto.randomUUID();
    const first = await asManager.post('/api/payments', { ...money, id });
    expect(first).toMatchObject({ status: 201, body: { id: `payment:${id}` } });
    expect((await asManager.post('/api/payments', { ...money, id })).body).toEqual(first.body);
    const jobId = crypto.randomUUID();
    const opened = await asManager.post('/api/jobs', { ...car, id: jobId });
    expect(opened.body).toMatchObject({ id: `job:${jobId}` });
    expect((await asManager.post('/api/jobs', { ...car, id: jobId })).body).toEqual(opened.body);
    expect((await asManager.post('/api/jobs', { ...car, id: 'mine' })).status).toBe(400);
  });

  it('is refused where it asks for something else: nothing is lost behind an answer that looks good', async () => {
    const id = crypto.randomUUID();
    await asManager.post('/api/payments', { ...money, id });
    await asManager.post('/api/payments', money, 'key-4');
    await asManager.post('/api/jobs', car, 'key-4');
    const others = [
      asManager.post('/api/payments', { ...money, id, amount: 200_00 }),
      asManager.post('/api/payments', { ...money, amount: 200_00 }, 'key-4'),
      asManager.post('/api/payments', { ...money, reference: '999999999999' }, 'key-4'),
      asManager.post('/api/jobs', { ...car, vehicleNumber: 'MH 12 AB 9' }, 'key-4'),
      asManager.post('/api/jobs', { ...car, advancePaid: 60_000 }, 'key-4'),
      asSecond.post('/api/payments', { ...money, id }),
    ];
    for (const { status, body } of await Promise.all(others))
      expect([status, body.error?.code]).toEqual([409, 'conflict']);
    for (const key of ['', ' ', 'a b', 'x'.repeat(201), 'é'])
      expect([key, (await asManager.post('/api/jobs', car, key)).status]).toEqual([
        key,
        key === '' ? 400 : 400,
      ]);
  });

  it('answers the same after the job has moved on', async () => {
    const first = await asManager.post<{ id: string }>('/api/jobs', car, 'key-5');
    await asOwner.put(`/api/jobs/${first.body.id}`, {
      desk: second.userId,
      carModel: 'Alto',
      status: 'completed',
    });
    const again = await asManager.post('/api/jobs', car, 'key-5');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await asSecond.job(first.body.id)).toMatchObject({ status: 'completed', carModel: 'Alto' });
  });

  it('brings back nothing that was erased meanwhile', async () => {
    const known = { ...car, vehicleNumber: 'MH 12 ER 1', phone: '98765 11111' };
    const first = await asManager.post<{ id: string }>('/api/jobs', known, 'key-6');
    const customer = String((await manager.get(first.body.id))['customerId']);
    expect((await asOwner.post('/api/erasures', { ids: [customer] })).status).toBe(200);
    const again = await asManager.post('/api/jobs', known, 'key-6');
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(await store.get(customer)).toBeUndefined();
  });
});
