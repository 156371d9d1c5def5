import { ok, seededWorkshop, type ErrorCode, type Result } from '@revops/domain';
import { writeMeta } from '../database/meta.ts';
import { reading } from '../database/open.ts';
import type { SessionView } from '../views.ts';
import { raiseCounters } from './counters.ts';
import { setCurrentDevice } from './current-device.ts';
import { fillFirst, fillRest } from './demo-fill.ts';
import { askedSize, demoHistory, newSeed, type DemoHistory } from './demo-history.ts';
import { enterAs, openFor } from './enter.ts';
import { personBeforeDemo, rememberDemo } from './phone-book.ts';
import { deleteDatabases } from './sign-out.ts';

const DEMO = 'demo';

function demoSession({ workshopName, owner }: Pick<DemoHistory, 'workshopName' | 'owner'>): SessionView {
  return {
    userId: owner.userId,
    name: owner.name,
    email: '',
    role: 'owner',
    workshopId: DEMO,
    workshopName,
    deviceId: owner.deviceId,
    deviceCode: owner.code,
    demo: true,
  };
}

/**
 * Opens the demo: local only, no account, no server, no engine; nothing of it can be sent. Resolves when its first screens
 * are there; older work comes while somebody looks around.
 */
export async function startDemo(
  jobs = askedSize(typeof location === 'undefined' ? undefined : location.href),
): Promise<Result<undefined, ErrorCode>> {
  await deleteDatabases([DEMO]);
  const seed = newSeed(new Date().toISOString(), jobs);
  const history = await demoHistory(seed);
  const device = await openFor(demoSession(history), DEMO);
  await writeMeta(device.db, 'demo', seed);
  await fillFirst(device.db, history);
  const { n, job } = history.owner.last;
  await raiseCounters(device.db, { issued: n, jobCounter: job });
  await rememberDemo(true);
  setCurrentDevice(device);
  void fillRest(DEMO, history);
  return ok(undefined);
}

/** Shows the demo again after a reload; its people are the same for the same seed. */
export async function resumeDemo(): Promise<void> {
  const people = seededWorkshop({ seed: 7, jobs: 1, now: new Date().toISOString() });
  const [owner] = people.people;
  if (owner === undefined) throw new Error('the demo has an owner');
  const session = demoSession({ workshopName: people.workshop.name, owner });
  const device = await openFor(session, DEMO);
  const members = await reading(device.db, (tx) => tx.objectStore('rows').index('lists').getAll('member|'));
  const known = members.find((row) => row.doc?.['role'] === 'owner');
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
  void fillRest(DEMO);
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
