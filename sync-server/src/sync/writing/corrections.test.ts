import { afterAll, expect, it } from 'vitest';
import { addNote, decidePayment } from '@revops/domain';
import { startWorkshop } from '#src/testing/start-workshop.ts';
import {
  asJob,
  asPayment,
  bodyOf,
  changed,
  fresh,
  over,
  type Phone,
  typed,
  wires,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

let arrival = Date.now();
const { server, owner, manager, second, store } = await startWorkshop(
  { overrides: { now: () => arrival } },
  () => arrival,
);
afterAll(() => server.stop());

const desk = (phone: Phone): string => `desk:${phone.userId}`;

/** A job that the manager had and that now stands at the second manager's desk. */
async function movedJob(): Promise<{ readonly before: WireDocument; readonly payment: WireDocument }> {
  const documents = manager.openJob();
  const [payment] = manager.pay(typed(documents, 'job'), 900_00) as [WireDocument];
  await manager.send([...documents, payment]);
  const before = await manager.get(typed(documents, 'job')._id);
  arrival += 1000;
  const moved = { ...changed(owner, before, { desk: second.userId }), access: [desk(second)] };
  expect(await owner.codes([over(before, moved)])).toEqual(['ok']);
  return { before, payment };
}

it('late work follows its job to the new desk, and the phone’s own revision is acknowledged', async () => {
  const { before } = await movedJob();
  const [note] = wires(addNote(manager.context, asJob(bodyOf(before)), 'Clutch plate ordered.')) as [
    WireDocument,
  ];
  const [payment] = manager.pay(before, 500_00) as [WireDocument];
  const rows = await manager.send([note, payment]);
  expect(rows.map((row) => [row.ok, row.rev])).toEqual([
    [true, note._rev],
    [true, payment._rev],
  ]);
  expect(await second.get(note._id)).toMatchObject({
    desk: second.userId,
    access: [desk(second)],
    was: [desk(manager)],
  });
  expect(await second.get(payment._id)).toMatchObject({
    desk: second.userId,
    access: [desk(manager), desk(second)].toSorted(),
    amount: 500_00,
  });
  expect((await second.get(note._id))._rev).toMatch(/^2-/);
  expect((await manager.call(`/${encodeURIComponent(note._id)}`)).status).toBe(404);
  expect((await manager.get(payment._id)).type).toBe('payment');
  const { updateSeq } = await store.info();
  expect(await manager.codes([note, payment])).toEqual(['ok', 'ok']);
  expect((await store.info()).updateSeq).toBe(updateSeq);
});

it('a decision on money of a moved job reaches the desk that has the job', async () => {
  const { before } = await movedJob();
  const [late] = manager.pay(before, 100) as [WireDocument];
  await manager.send([late]);
  const [decision] = wires(
    decidePayment(owner.context, asPayment(bodyOf(late)), [], { verdict: 'confirmed' }),
  );
  expect(await owner.codes([decision])).toEqual(['ok']);
  expect(await second.get((decision as WireDocument)._id)).toMatchObject({ desk: second.userId });
});

it('an event for a job that was never at the writer’s desk is refused', async () => {
  const [job] = second.openJob();
  await second.send([job]);
  const pretended = { ...asJob(bodyOf(job as WireDocument)), desk: manager.userId };
  expect(await manager.codes(wires(addNote(manager.context, pretended, 'mine?')))).toEqual(['not_permitted']);
});

it('the shared book follows the workshop’s setting, and a phone that edits it before it hears of that is not refused', async () => {
  const workshop = await owner.get('workshop:self');
  const edit = changed(owner, workshop, { shareCustomers: false });
  expect(await owner.codes([over(workshop, edit)])).toEqual(['ok']);
  const documents = manager.openJob({ plate: 'KA01AB0001' });
  await manager.send(documents);
  const sent = typed(documents, 'customer');
  const stored = await manager.get(sent._id);
  expect(stored).toMatchObject({ shared: false, access: [desk(manager)], was: ['staff'] });
  expect(await second.ids()).not.toContain(sent._id);
  expect(await manager.codes([over(sent, changed(manager, sent, { address: 'Gate 1' }))])).toEqual(['ok']);
  expect(await manager.get(sent._id)).toMatchObject({
    shared: false,
    address: 'Gate 1',
    access: [desk(manager)],
  });
});

it('an entry from a clock more than five minutes ahead counts from its arrival', async () => {
  const [job] = manager.openJob();
  await manager.send([job]);
  const at = new Date(arrival).toISOString();
  arrival += 4 * 60_000;
  const [early] = manager.pay(job as WireDocument, 100) as [WireDocument];
  arrival += 2 * 60_000;
  const [late] = manager.pay(job as WireDocument, 200) as [WireDocument];
  const event = wires(
    addNote(manager.context, asJob(bodyOf(job as WireDocument)), 'tomorrow?'),
  )[0] as WireDocument;
  arrival -= 6 * 60_000;
  expect(await manager.codes([early, late, event])).toEqual(['ok', 'ok', 'ok']);
  expect((await manager.get(early._id))['at']).toBeUndefined();
  expect(await manager.get(late._id)).toMatchObject({ at, receivedAt: late['receivedAt'] });
  expect((await manager.get(event._id))['at']).toBe(at);
});

it('a stamp far ahead is not refused', async () => {
  const [job] = manager.openJob();
  await manager.send([job]);
  const stored = await manager.get((job as WireDocument)._id);
  arrival += 48 * 3_600_000;
  const ahead = changed(manager, stored, { carModel: 'Swift' });
  arrival -= 48 * 3_600_000;
  expect(await manager.codes([over(stored, ahead)])).toEqual(['ok']);
});

it('a second holder of a number or of a count is stored and flagged', async () => {
  const documents = manager.openJob({ plate: 'KA01AB0002' });
  await manager.send(documents);
  const [job, event] = [typed(documents, 'job'), typed(documents, 'jobEvent')];
  const clone = { ...bodyOf(job), _id: `job:${crypto.randomUUID()}` };
  const cloned = { ...bodyOf(event), _id: `jobEvent:${crypto.randomUUID()}`, jobId: clone._id };
  expect(await manager.codes([fresh(clone), fresh(cloned)])).toEqual(['ok', 'ok']);
  const flags = await store.allDocs({ startId: 'flag:', endId: 'flag:\uffff' });
  expect(flags.map((flag) => [flag['kind'], flag['documentId']])).toEqual([
    ['counter_held', cloned._id],
    ['number_held', clone._id],
  ]);
  expect((await owner.ids()).some((id) => /^(flag|audit|claim|counter|timelines):/.test(id))).toBe(false);
});

it('each request that stores something leaves one audit document', async () => {
  const audits = async () => {
    const all = await store.allDocs({ startId: 'audit:', endId: 'audit:\uffff' });
    return [...all].sort((a, b) => (String(a['createdAt']) < String(b['createdAt']) ? -1 : 1));
  };
  const before = (await audits()).length;
  arrival += 1000;
  const documents = manager.openJob({ plate: 'KA01AB0003' });
  const rows = await manager.send(documents);
  await manager.send(documents);
  const job = await manager.get(typed(documents, 'job')._id);
  arrival += 1000;
  const edit = over(job, changed(manager, job, { carModel: 'Swift' }));
  await manager.send([edit, { _id: 'job:x', type: 'job' }]);
  const [created, edited, ...more] = (await audits()).slice(before);
  expect(more).toEqual([]);
  expect(created).toMatchObject({
    who: manager.userId,
    device: manager.context.deviceId,
    createdAt: new Date(arrival - 1000).toISOString(),
  });
  expect(
    ((created?.['rows'] ?? []) as { id: string; rev: string }[])
      .map(({ id, rev }) => ({ id, rev }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ).toEqual(rows.map(({ id, rev }) => ({ id, rev })).toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(edited?.['rows']).toEqual([{ id: job._id, rev: edit._rev, changed: ['carModel'] }]);
});

it('how far a phone has counted is known from the first request, and it is last heard every five minutes', async () => {
  const device = () => owner.get(`device:${manager.context.deviceId}`);
  const heard = (issued: number) =>
    manager.call('/_local/x', { headers: { 'x-device-issued': String(issued) } });
  await heard(500);
  const first = await device();
  expect(first).toMatchObject({ issued: 500, lastHeard: new Date(arrival).toISOString() });
  arrival += 60_000;
  await heard(500);
  expect((await device())._rev).toBe(first._rev);
  await heard(501);
  expect(await device()).toMatchObject({ issued: 501, lastHeard: new Date(arrival).toISOString() });
  arrival += 5 * 60_000;
  await heard(501);
  expect(await device()).toMatchObject({ issued: 501, lastHeard: new Date(arrival).toISOString() });
  await heard(3);
  expect(await device()).toMatchObject({ issued: 501 });
});
