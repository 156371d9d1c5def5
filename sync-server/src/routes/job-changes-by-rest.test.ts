import { afterAll, describe, expect, it } from 'vitest';
import type { JobItem } from '@revops/domain';
import { RestClient } from '#src/testing/rest-client.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());
const [asOwner, asManager, asSecond] = [owner, manager, second].map((one) => new RestClient(one)) as [
  RestClient,
  RestClient,
  RestClient,
];
const whole = {
  customerName: 'Meera Joshi',
  address: 'Baner, Pune',
  estimatedAmount: 450_000,
  plannedCompletionDays: 2,
};

describe('PUT /api/jobs/:id', () => {
  it('changes what is named, takes away what is null, and leaves a line in the timeline', async () => {
    const { id } = await asManager.openJob(whole);
    const update = {
      carModel: 'Baleno',
      address: null,
      estimatedAmount: 500_000,
      plannedCompletionDays: null,
    };
    const { status, body } = await asManager.put<JobItem>(`/api/jobs/${id.slice('job:'.length)}`, update);
    expect(status).toBe(200);
    expect(body).toMatchObject({ carModel: 'Baleno', billed: 500_000, customerName: 'Meera Joshi' });
    expect([body.address, body.plannedCompletionDays, body.promisedAt]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const bodies = await Promise.all((await manager.ids()).map((one) => manager.get(one)));
    const kinds = bodies.filter((one) => one['jobId'] === id && one.type === 'jobEvent');
    expect(kinds.map((one) => String(one['kind'])).toSorted()).toEqual(['amount', 'edited', 'opened']);
  });

  it('moves the status by the table of moves, with a note, and is at rest when it is sent again', async () => {
    const { id } = await asManager.openJob();
    const move = { status: 'in_progress', note: 'On the ramp' };
    expect((await asManager.put<JobItem>(`/api/jobs/${id}`, move)).body.status).toBe('in_progress');
    const { _rev } = await manager.get(id);
    expect((await asManager.put<JobItem>(`/api/jobs/${id}`, move)).status).toBe(200);
    expect((await manager.get(id))._rev).toBe(_rev);
    const done = (
      await asManager.put<JobItem>(`/api/jobs/${id}`, { status: 'delivered', internalNotes: 'Paid' })
    ).body;
    expect(done).toMatchObject({ status: 'delivered', internalNotes: 'Paid' });
    expect(done.completedAt).toBeDefined();
    expect(await asManager.put(`/api/jobs/${id}`, { status: 'in_progress' })).toMatchObject({
      status: 400,
      body: { error: { fields: { status: 'move_not_allowed' } } },
    });
    expect((await asOwner.put<JobItem>(`/api/jobs/${id}`, { status: 'in_progress' })).body.status).toBe(
      'in_progress',
    );
  });

  it('does all or nothing', async () => {
    const { id } = await asManager.openJob();
    const before = await manager.get(id);
    for (const bad of [
      { carModel: 'X', status: 'quality_check' },
      { carModel: 'X', desk: second.userId },
    ])
      expect((await asManager.put(`/api/jobs/${id}`, bad)).status).toBeGreaterThanOrEqual(400);
    expect(await manager.get(id)).toEqual(before);
  });

  it('gives the job to another desk by an owner’s word, with the change before it', async () => {
    const { id } = await asManager.openJob();
    const update = { desk: second.userId, carModel: 'Alto', status: 'in_progress' };
    expect((await asOwner.put<JobItem>(`/api/jobs/${id}`, update)).body).toMatchObject(update);
    expect((await asManager.get(`/api/jobs/${id}`)).status).toBe(404);
    expect(await asManager.put(`/api/jobs/${id}`, { carModel: 'Mine' })).toMatchObject({ status: 404 });
    expect((await asSecond.job(id)).carModel).toBe('Alto');
  });

  it('refuses what makes no sense, by name', async () => {
    const { id } = await asManager.openJob();
    const wrong = [
      [{ vehicleNumber: 'MH 99 ZZ 1' }, 'vehicleNumber', 'protected_field'],
      [{ note: 'alone' }, 'note', 'note_without_status'],
      [{ advancePaid: 5 }, 'advancePaid', 'unrecognized_keys'],
      [{ status: 'flying' }, 'status', 'invalid_value'],
      [{ customerName: null }, 'customerName', 'name_or_phone_needed'],
    ] as const;
    for (const [update, field, what] of wrong)
      expect(await asManager.put(`/api/jobs/${id}`, update)).toMatchObject({
        status: 400,
        body: { error: { code: 'bad_request', fields: { [field]: what } } },
      });
    expect((await asManager.put(`/api/jobs/${id}`, { vehicleNumber: 'mh12 ab-1234' })).status).toBe(200);
    for (const unknown of [crypto.randomUUID(), 'job:nowhere', 'workshop:self', '%2e%2e'])
      expect((await asManager.put(`/api/jobs/${unknown}`, { carModel: 'X' })).status).toBe(404);
  });

  it('joins what a phone writes at the same time', async () => {
    const { id } = await asManager.openJob();
    await Promise.all(
      ['Alto', 'Swift', 'Dzire'].map((carModel, index) =>
        asManager.put(`/api/jobs/${id}`, index === 0 ? { carModel } : { workerAssigned: carModel }),
      ),
    );
    const item = await asManager.job(id);
    expect(item.carModel).toBe('Alto');
    expect(['Swift', 'Dzire']).toContain(item.workerAssigned);
  });
});
