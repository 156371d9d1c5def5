import { afterAll, describe, expect, it } from 'vitest';
import type { JobItem } from '@revops/domain';
import { RestClient, type Listed } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second, store, join } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
const whole = {
  vehicleNumber: 'mh-12 ab 4321',
  customerName: ' Meera Joshi ',
  phone: '98765 43210',
  carModel: 'Swift',
  workDescription: 'Clutch',
  estimatedAmount: 450_000,
  advancePaid: 100_000,
  advanceMethod: 'upi' as const,
  plannedCompletionDays: 2,
  address: 'Baner, Pune',
  partsRequired: 'Clutch plate',
  workerAssigned: 'Sunil',
  internalNotes: 'Bargains',
};

describe('POST /api/jobs', () => {
  it('needs a person and a body that makes sense, and names what is wrong with it', async () => {
    expect((await server.call('/api/jobs', { body: whole })).status).toBe(401);
    const wrong: readonly (readonly [object, string, string])[] = [
      [{ vehicleNumber: '' }, 'vehicleNumber', 'too_small'],
      [{ vehicleNumber: ' - ' }, 'vehicleNumber', 'plate_needed'],
      [{ phone: 'no' }, 'phone', 'invalid_format'],
      [{ phone: '12345678' }, 'phone', 'phone_invalid'],
      [{ estimatedAmount: 1.5 }, 'estimatedAmount', 'invalid_type'],
      [{ estimatedAmount: '450' }, 'estimatedAmount', 'invalid_type'],
      [{ estimatedAmount: -1 }, 'estimatedAmount', 'amount_negative'],
      [{ advancePaid: 2e12 }, 'advancePaid', 'too_big'],
      [{ advanceMethod: 'gold' }, 'advanceMethod', 'invalid_value'],
      [{ plannedCompletionDays: -1 }, 'plannedCompletionDays', 'too_small'],
      [{ desk: 'nobody' }, 'desk', 'not_a_desk'],
      [{ number: 'R0-0001' }, 'number', 'unrecognized_keys'],
      [{ customerName: undefined, phone: undefined }, 'customerName', 'name_or_phone_needed'],
    ];
    for (const [change, field, what] of wrong) {
      const { status, body } = await asOwner.post('/api/jobs', { ...whole, ...change });
      expect([field, status, body.error?.code]).toEqual([field, 400, 'bad_request']);
      expect(body.error?.fields?.[field]).toBe(what);
    }
    expect((await asManager.get<Listed<JobItem>>('/api/jobs')).body.items).toEqual([]);
  });

  it('writes what a phone writes: job, event, car, customer and advance, by the person who sent it', async () => {
    const { id, number } = await asManager.openJob(whole);
    expect(number).toMatch(/^R0-[0-9]{4}$/);
    const seen = await Promise.all((await second.ids()).map((one) => second.get(one)));
    expect(seen.filter(({ jobId }) => jobId === id)).toEqual([]);
    const bodies = await Promise.all((await manager.ids()).map((one) => manager.get(one)));
    const of = bodies.filter((body) => body._id === id || body['jobId'] === id);
    expect(of.map(({ type }) => type).toSorted()).toEqual(['job', 'jobEvent', 'payment']);
    for (const body of of) {
      expect(body).toMatchObject({
        createdBy: manager.userId,
        device: 'server',
        access: [`desk:${manager.userId}`],
      });
      expect(body.n).toBeUndefined();
    }
    const job = await manager.get(id);
    expect(await manager.get(String(job['vehicleId']))).toMatchObject({
      plate: 'MH12AB4321',
      model: 'Swift',
    });
    expect(await manager.get(String(job['customerId']))).toMatchObject({ phone: '+919876543210' });
    expect(await store.get(`claim:number:${number.replace('-', ':')}`)).toMatchObject({ holder: id });
  });

  it('answers it as it was sent, with what has come in', async () => {
    const { id, number } = await asManager.openJob(whole);
    const item = await asManager.job(id);
    expect(item).toMatchObject({
      ...whole,
      id,
      number,
      vehicleNumber: 'MH12AB4321',
      customerName: 'Meera Joshi',
      phone: '+919876543210',
      status: 'pending',
      desk: manager.userId,
      billed: 450_000,
      received: 100_000,
      confirmed: 0,
      balance: 350_000,
    });
    expect(item.updatedAt >= item.createdAt).toBe(true);
    expect(item.completedAt).toBeUndefined();
    const { billed, ...bare } = await asOwner.job((await asOwner.openJob()).id);
    expect(billed).toBeUndefined();
    expect(bare).toMatchObject({ received: 0, confirmed: 0, balance: 0, desk: owner.userId });
    expect(Object.values(bare)).not.toContain(null);
  });

  it('knows the car and its customer again', async () => {
    const plate = { vehicleNumber: 'MH 14 XY 7', customerName: 'Anil', phone: '9876500001' };
    const [first, again] = [await asManager.openJob(plate), await asManager.openJob(plate)];
    const [one, other] = [await manager.get(first.id), await manager.get(again.id)];
    expect([other['vehicleId'], other['customerId']]).toEqual([one['vehicleId'], one['customerId']]);
    const brother = await asManager.openJob({ ...plate, customerName: 'Sunil', phone: '9876600001' });
    const theirs = await manager.get(brother.id);
    expect(theirs['vehicleId']).toBe(one['vehicleId']);
    expect(theirs['customerId']).not.toBe(one['customerId']);
  });

  it('gives each of many that ask at once a number of its own', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => asManager.openJob()));
    expect(new Set(made.map(({ number }) => number)).size).toBe(12);
    const flags = await store.allDocs({ startId: 'flag:', endId: 'flag:\uffff' });
    expect(flags).toEqual([]);
  });

  it('puts an owner’s job where it is said, and a manager’s at the own desk only', async () => {
    const { id } = await asOwner.openJob({ desk: second.userId });
    expect((await asSecond.job(id)).desk).toBe(second.userId);
    expect((await asManager.get(`/api/jobs/${id}`)).status).toBe(404);
    const refused = await asManager.post('/api/jobs', { ...whole, desk: second.userId });
    expect(refused).toMatchObject({ status: 403, body: { error: { code: 'not_permitted' } } });
    const own = await asManager.openJob({ desk: manager.userId });
    expect((await asManager.job(own.id)).desk).toBe(manager.userId);
  });

  it('lets nobody else write, and fills no owner’s list with what was refused', async () => {
    const technician = new RestClient(await join('technician'));
    expect(await technician.post('/api/jobs', whole)).toMatchObject({
      status: 403,
      body: { error: { code: 'not_permitted' } },
    });
    expect((await technician.get<Listed<JobItem>>('/api/jobs')).body).toEqual({ items: [] });
    expect((await asOwner.get<Listed<unknown>>('/api/quarantine')).body.items).toEqual([]);
  });
});
