import { ok, seededWorkshop, type ErrorCode, type Result, type SeededWorkshop } from '@revops/domain';
import { reading } from '../database/open.ts';
import { applyPulled, type Pulled } from '../exchange/apply-pulled.ts';
import type { SessionView } from '../views.ts';
import { raiseCounters } from './counters.ts';
import { setCurrentDevice, type CurrentDevice } from './current-device.ts';
import { enterAs, openFor } from './enter.ts';
import { personBeforeDemo, rememberDemo } from './phone-book.ts';
import { deleteDatabases } from './sign-out.ts';

const DEMO = 'demo';
const JOBS = 300;
const PER_CHUNK = 50;

function inventedWorkshop(now: string): SeededWorkshop {
  const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return seededWorkshop({ seed: 7, jobs: JOBS, now, timeZone });
}

function demoSession({ workshop, people }: SeededWorkshop): SessionView {
  const [owner] = people;
  if (owner === undefined) throw new Error('the demo has an owner');
  return {
    userId: owner.userId,
    name: owner.name,
    email: '',
    role: 'owner',
    workshopId: DEMO,
    workshopName: workshop.name,
    deviceId: owner.deviceId,
    deviceCode: owner.code,
    demo: true,
  };
}

async function fill({ db }: CurrentDevice, invented: SeededWorkshop): Promise<void> {
  let chunk: Pulled[] = [];
  for (const body of invented.documents) {
    chunk.push({ id: body._id, rev: '1-0', body });
    if (chunk.length < PER_CHUNK) continue;
    await applyPulled(db, chunk);
    chunk = [];
  }
  await applyPulled(db, chunk);
  const last = invented.people[0]?.last;
  await raiseCounters(db, { issued: last?.n ?? 0, jobCounter: last?.job ?? 0 });
}

/** Opens the demo: local only, no account, no server, no engine; nothing of it can be sent. */
export async function startDemo(): Promise<Result<undefined, ErrorCode>> {
  await deleteDatabases([DEMO]);
  const invented = inventedWorkshop(new Date().toISOString());
  const device = await openFor(demoSession(invented), DEMO);
  await fill(device, invented);
  await rememberDemo(true);
  setCurrentDevice(device);
  return ok(undefined);
}

/** Shows the demo again after a reload; its people are the same for the same seed. */
export async function resumeDemo(): Promise<void> {
  const device = await openFor(demoSession(inventedWorkshop(new Date().toISOString())), DEMO);
  const owner = await reading(device.db, (tx) => tx.objectStore('rows').index('lists').getAll('member|'));
  const known = owner.find((row) => row.doc?.['role'] === 'owner');
  if (known === undefined) {
    device.db.close();
    await startDemo();
    return;
  }
  const userId = known.id.slice('member:'.length);
  const devices = await reading(device.db, (tx) =>
    tx.objectStore('rows').index('lists').getAll(`personDevice|${userId}`),
  );
  const phone = devices[0];
  const deviceId = phone?.id.slice('device:'.length) ?? device.session.deviceId;
  setCurrentDevice({ db: device.db, session: { ...device.session, userId, deviceId } });
}

/** Leaves the demo and deletes it; whoever was signed in before is back. */
export async function leaveDemo(): Promise<Result<undefined, ErrorCode>> {
  const before = await personBeforeDemo();
  await rememberDemo(false);
  setCurrentDevice(undefined);
  await deleteDatabases([DEMO]);
  if (before !== undefined) await enterAs(before);
  return ok(undefined);
}
