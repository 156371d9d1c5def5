import { afterAll, describe, expect, it } from 'vitest';
import { moveJob, type AnyDocument } from '@revops/domain';
import { joinWorkshop } from '#src/testing/start-server.ts';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import { actOf, asJob, bodyOf, changed, fresh, over, Phone, typed } from '#src/testing/sync-kit.ts';

interface Answer {
  readonly id?: string;
  readonly desk?: string;
  readonly error?: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
}

const { server, owner, manager, second } = await startWorkshop();
afterAll(() => server.stop());

async function openedJob(): Promise<{ readonly id: string; readonly all: readonly string[] }> {
  const documents = manager.openJob();
  const job = typed(documents, 'job');
  const money = manager.pay(job, 500_00);
  await manager.send([...documents, ...money]);
  const moving = [...documents, ...money].filter((document) => document['jobId'] === job._id);
  return { id: job._id, all: [job._id, ...moving.map(({ _id }) => _id)] };
}

const reassign = (id: string, body: unknown, who: Phone = owner) =>
  server.call<Answer>(`/api/jobs/${encodeURIComponent(id)}/reassign`, {
    body,
    token: who.session.accessToken,
  });

describe('POST /api/jobs/:id/reassign', () => {
  it('needs a person, an owner, a desk and a job', async () => {
    const { id } = await openedJob();
    const desk = second.userId;
    expect((await server.call(`/api/jobs/${id}/reassign`, { body: { desk } })).status).toBe(401);
    expect(await reassign(id, { desk }, manager)).toMatchObject({
      status: 403,
      body: { error: { code: 'owner_only' } },
    });
    for (const body of [{}, { desk: '' }, { desk: 7 }, { desk, more: 1 }, { desk: 'a b' }])
      expect((await reassign(id, body)).status).toBe(400);
    for (const unknown of [crypto.randomUUID(), 'job:nowhere', 'workshop:self', '../x'])
      expect((await reassign(unknown, { desk })).status).toBe(404);
    expect((await owner.get(id))['desk']).toBe(manager.userId);
  });

  it('refuses a desk at which nobody sits', async () => {
    const { id } = await openedJob();
    const technician = await joinWorkshop(server, owner.session, 'technician');
    const leaver = await joinWorkshop(server, owner.session);
    await server.call(`/api/managers/${leaver.user.id}`, {
      method: 'DELETE',
      token: owner.session.accessToken,
    });
    for (const desk of [crypto.randomUUID(), technician.user.id, leaver.user.id])
      expect(await reassign(id, { desk })).toMatchObject({
        status: 400,
        body: { error: { code: 'bad_request', fields: { desk: 'not_a_desk' } } },
      });
    expect((await owner.get(id))['desk']).toBe(manager.userId);
  });

  it('moves the job with all its entries, by either form of its id, and leaves a line in its timeline', async () => {
    const { id, all } = await openedJob();
    expect(await reassign(id, { desk: second.userId })).toMatchObject({
      status: 200,
      body: { id, desk: second.userId },
    });
    for (const one of all) expect((await second.get(one))['desk']).toBe(second.userId);
    expect((await manager.call(`/${encodeURIComponent(id)}`)).status).toBe(404);
    const bodies = await Promise.all((await second.ids()).map((one) => second.get(one)));
    const line = bodies.find((body) => body['kind'] === 'reassigned' && body['jobId'] === id);
    expect(line).toMatchObject({
      from: manager.userId,
      to: second.userId,
      createdBy: owner.userId,
      device: 'server',
    });
    expect((await reassign(id.slice('job:'.length), { desk: manager.userId })).body).toEqual({
      id,
      desk: manager.userId,
    });
    for (const one of all) expect((await manager.get(one))['desk']).toBe(manager.userId);
  });

  it('changes nothing where the job stands there already', async () => {
    const { id } = await openedJob();
    const before = await owner.get(id);
    expect((await reassign(id, { desk: manager.userId })).status).toBe(200);
    expect(await owner.get(id)).toEqual(before);
  });

  it('moves delivered jobs too: what is owed on them is still somebody’s', async () => {
    const { id } = await openedJob();
    const stored = await manager.get(id);
    const [record, ...more] = actOf(moveJob(manager.context, asJob(bodyOf(stored)), 'delivered'))
      .documents as [AnyDocument, ...AnyDocument[]];
    await manager.send([over(stored, record), ...more.map(fresh)]);
    expect((await reassign(id, { desk: second.userId })).status).toBe(200);
    expect(await second.get(id)).toMatchObject({ status: { value: 'delivered' }, desk: second.userId });
  });

  it('comes after what a phone with a fast clock wrote', async () => {
    const { id } = await openedJob();
    const stored = await owner.get(id);
    const fast = new Phone(server, owner.session, () => Date.now() + 4 * 60_000);
    const body = { ...changed(fast, stored, { desk: owner.userId }), access: [`desk:${owner.userId}`] };
    expect(await owner.codes([over(stored, body)])).toEqual(['ok']);
    expect((await reassign(id, { desk: second.userId })).status).toBe(200);
    expect((await owner.get(id))['desk']).toBe(second.userId);
  });

  it('moves one job to one desk, whoever asks at the same time', async () => {
    const { id, all } = await openedJob();
    const desks = [second.userId, owner.userId, second.userId, owner.userId];
    const answers = await Promise.all(desks.map((desk) => reassign(id, { desk })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
    const { desk } = await owner.get(id);
    for (const one of all) expect((await owner.get(one))['desk']).toBe(desk);
  });
});
