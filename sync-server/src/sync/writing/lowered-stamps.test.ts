import { afterAll, beforeAll, expect, it } from 'vitest';
import { editJob, hlcOf, isAhead, moveJob, stampTimeMs, takeBackMove, type JobStatus } from '@revops/domain';
import { joinWorkshop, registerOwner, startServer, type TestServer } from '#src/testing/start-server.ts';
import {
  actOf,
  asJob,
  bodyOf,
  changed,
  over,
  Phone,
  typed,
  type WireDocument,
} from '#src/testing/sync-kit.ts';

const dayMs = 24 * 3_600_000;
let server: TestServer;
let owner: Phone;
let manager: Phone;
let now = Date.now();
/** How far the manager's clock runs ahead. */
let ahead = dayMs;

beforeAll(async () => {
  server = await startServer({ overrides: { now: () => now } });
  const session = await registerOwner(server);
  owner = new Phone(server, session, () => now);
  manager = new Phone(server, await joinWorkshop(server, session), () => now + ahead);
});
afterAll(() => server.stop());

const edit = (phone: Phone, job: WireDocument, changes: Parameters<typeof editJob>[2]): WireDocument =>
  over(job, bodyOf(typed(actOf(editJob(phone.context, asJob(bodyOf(job)), changes)).documents, 'job')));
const stampOf = (job: WireDocument, field: string) => hlcOf(job.stamps?.[field]);

async function ownersJob(): Promise<WireDocument> {
  const documents = owner.openJob({ desk: manager.userId });
  await owner.send(documents);
  now += 1000;
  return owner.get(typed(documents, 'job')._id);
}

it('an edit from a clock a day ahead counts from its arrival and says what it replaced', async () => {
  const job = await ownersJob();
  const sent = edit(manager, job, { carModel: 'Swift' });
  expect(await manager.codes([sent])).toEqual(['ok']);
  const stored = await owner.get(job._id);
  expect(stored).toMatchObject({ carModel: 'Swift' });
  const stamp = stored.stamps?.['carModel'];
  expect(stamp).toMatchObject({ of: stampOf(sent, 'carModel') });
  expect(stampTimeMs(hlcOf(stamp))).toBe(now);
  // The phone's own revision is known and its sending again changes nothing.
  expect(await manager.send([sent])).toEqual([{ id: job._id, rev: sent._rev, ok: true }]);
  expect((await owner.get(job._id))._rev).toBe(stored._rev);
});

it('nobody’s later edit waits for that clock, and the fast phone’s own next edit wins again', async () => {
  const job = await ownersJob();
  const sent = edit(manager, job, { carModel: 'Swift' });
  await manager.send([sent]);
  now += 60_000;
  await owner.send([edit(owner, await owner.get(job._id), { carModel: 'Alto' })]);
  expect(await owner.get(job._id)).toMatchObject({ carModel: 'Alto' });
  now += 60_000;
  await manager.send([edit(manager, sent, { carModel: 'Dzire' })]);
  expect(await owner.get(job._id)).toMatchObject({ carModel: 'Dzire' });
});

it('a field that the fast phone did not touch again does not come back with its next edit', async () => {
  const job = await ownersJob();
  const sent = edit(manager, job, { carModel: 'Swift' });
  await manager.send([sent]);
  now += 60_000;
  await owner.send([edit(owner, await owner.get(job._id), { carModel: 'Alto' })]);
  now += 60_000;
  // The acknowledgement was lost, so the phone still builds on its own revision.
  expect(await manager.codes([edit(manager, sent, { address: 'Gate 9' })])).toEqual(['ok']);
  expect(await owner.get(job._id)).toMatchObject({ carModel: 'Alto', address: 'Gate 9' });
});

it('a whole job opened under such a clock can be edited by others at once', async () => {
  const documents = manager.openJob();
  expect(await manager.codes(documents)).toEqual(['ok', 'ok', 'ok', 'ok']);
  const stored = await owner.get(typed(documents, 'job')._id);
  const clocks = [...Object.values(stored.stamps ?? {}).map(hlcOf), (stored['status'] as JobStatus).hlc];
  expect(clocks.filter((clock) => isAhead(clock, now))).toEqual([]);
  now += 1000;
  await owner.send([edit(owner, stored, { customerName: 'Rajesh' })]);
  expect(await owner.get(stored._id)).toMatchObject({ customerName: 'Rajesh' });
});

it('a move under such a clock is followed by others’ moves and follows them', async () => {
  const job = await ownersJob();
  const move = (phone: Phone, from: WireDocument, to: Parameters<typeof moveJob>[2]) =>
    actOf(moveJob(phone.context, asJob(bodyOf(from)), to)).documents;
  const started = over(job, bodyOf(typed(move(manager, job, 'in_progress'), 'job')));
  await manager.send([started]);
  now += 1000;
  const held = await owner.get(job._id);
  await owner.send([over(held, bodyOf(typed(move(owner, held, 'waiting_for_parts'), 'job')))]);
  expect(await owner.get(job._id)).toMatchObject({ status: { value: 'waiting_for_parts' } });
  const waiting = await manager.get(job._id);
  const on = over(waiting, bodyOf(typed(move(manager, waiting, 'in_progress'), 'job')));
  expect(await manager.codes([on])).toEqual(['ok']);
  expect(await owner.get(job._id)).toMatchObject({ status: { value: 'in_progress' } });
});

it('a clock a few minutes ahead is left alone', async () => {
  const fast = new Phone(server, owner.session, () => now + 4 * 60_000);
  const job = await ownersJob();
  const sent = edit(fast, job, { carModel: 'Baleno' });
  await owner.send([sent]);
  const stored = await owner.get(job._id);
  expect([stored._rev, stored.stamps?.['carModel']]).toEqual([sent._rev, sent.stamps?.['carModel']]);
});

it('a record is no place to store things in the names of stamps', async () => {
  const job = await ownersJob();
  const stamp = owner.context.stamp();
  for (const name of ['colour', 'x'.repeat(150), 'assigned/a b', 'plate/x']) {
    const stamps = { ...job.stamps, [name]: stamp };
    expect(await owner.codes([over(job, { ...bodyOf(job), stamps })])).toEqual(['invalid_document']);
  }
  const many = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`assigned/p${index}`, stamp]));
  expect(await owner.codes([over(job, { ...bodyOf(job), stamps: { ...job.stamps, ...many } })])).toEqual([
    'invalid_document',
  ]);
  const half = Object.entries(many).slice(0, 200);
  const others = half.map(([name, value]) => [name.replace('/p', '/q'), value] as const);
  const write = async (entries: readonly (readonly [string, string])[]) =>
    owner.codes([over(job, { ...bodyOf(job), stamps: { ...job.stamps, ...Object.fromEntries(entries) } })]);
  expect(await write(half)).toEqual(['ok']);
  expect(await write(others)).toEqual(['invalid_document']);
  expect(await owner.codes([over(job, changed(owner, job, { carModel: 'Alto' }))])).toEqual(['ok']);
});

it('a final move is taken back within fifteen minutes of that clock, seen from phone and gateway alike', async () => {
  const job = await ownersJob();
  const final = actOf(moveJob(manager.context, asJob(bodyOf(job)), 'cancelled')).documents;
  await manager.send([over(job, bodyOf(typed(final, 'job')))]);
  now += 4 * 60_000;
  const stored = await manager.get(job._id);
  const back = actOf(takeBackMove(manager.context, asJob(bodyOf(stored)), 'in_progress')).documents;
  expect(await manager.codes([over(stored, bodyOf(typed(back, 'job')))])).toEqual(['ok']);
  const again = await manager.get(job._id);
  expect(again).toMatchObject({ status: { value: 'in_progress', round: 1 } });
  const late = actOf(moveJob(manager.context, asJob(bodyOf(again)), 'cancelled')).documents;
  await manager.send([over(again, bodyOf(typed(late, 'job')))]);
  const closed = await manager.get(job._id);
  now += 20 * 60_000;
  expect(takeBackMove(manager.context, asJob(bodyOf(closed)), 'in_progress')).toMatchObject({ ok: false });
});
