import { ok, type ErrorCode, type Result } from '@revops/domain';
import { writeMeta } from '../database/meta.ts';
import type { SessionView } from '../views.ts';
import { raiseCounters } from './counters.ts';
import { setCurrentDevice } from './current-device.ts';
import { fillFirst, fillRest } from './demo-fill.ts';
import { askedSize, demoHistory, newSeed, type DemoHistory } from './demo-history.ts';
import { DEMO } from './demo-session.ts';
import { openFor } from './enter.ts';
import { rememberDemo } from './phone-book.ts';
import { deleteDatabases } from './sign-out.ts';

const sessionOf = ({ workshopName, owner }: Pick<DemoHistory, 'workshopName' | 'owner'>): SessionView => ({
  userId: owner.userId,
  name: owner.name,
  email: '',
  role: 'owner',
  workshopId: DEMO,
  workshopName,
  deviceId: owner.deviceId,
  deviceCode: owner.code,
  demo: true,
});

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
  const session = sessionOf(history);
  const device = await openFor(session, DEMO);
  await writeMeta(device.db, 'demo', { ...seed, session });
  await fillFirst(device.db, history);
  const { n, job } = history.owner.last;
  await raiseCounters(device.db, { issued: n, jobCounter: job });
  await rememberDemo(true);
  setCurrentDevice(device);
  void fillRest(DEMO, history);
  return ok(undefined);
}
