import { err, ok, type ErrorCode, type Result, type Session, type SessionDevice } from '@revops/domain';
import { followClock } from '../clock.ts';
import { deviceDatabaseName, openDeviceDatabase, type DeviceDatabase } from '../database/open.ts';
import { readMeta, writeMeta } from '../database/meta.ts';
import { rebuildIfNeeded } from '../exchange/rebuild.ts';
import type { SessionView } from '../views.ts';
import { holdToken } from './access-token.ts';
import { raiseCounters, replaceCounters } from './counters.ts';
import { currentDevice, setCurrentDevice, type CurrentDevice } from './current-device.ts';
import { reloadToHeal } from '#src/platform/reload.ts';
import { noteEvicted } from './evicted.ts';
import { stay } from './leave.ts';
import { withLock } from './with-lock.ts';
import { deviceFor, personKey, rememberDevice, rememberPerson, type KnownPerson } from './phone-book.ts';

const sessionOf = ({ key: _key, secret: _secret, ...person }: KnownPerson): SessionView => ({
  ...person,
  demo: false,
});

/** Rebuilds run in one tab at a time; the others see their totals change as it goes on. */
async function keepRowsCurrent(device: CurrentDevice): Promise<void> {
  try {
    await withLock(`rebuild ${device.db.name}`, () => rebuildIfNeeded(device.db));
  } catch (error) {
    // Signing out closes the database under a rebuild; it goes on at the next start.
    if (currentDevice()?.db === device.db) throw error;
  }
}

/** Opens a database for the person in front of the screen. */
export async function openFor(session: SessionView, name: string): Promise<CurrentDevice> {
  const db = await openDeviceDatabase(name, {
    onClosed() {
      // Another tab signed out and deletes the database.
      if (currentDevice()?.db === db) setCurrentDevice(undefined);
    },
    // What was being typed comes back from its draft.
    onOutdated: () => void reloadToHeal(),
    onBroken: () => void reloadToHeal(),
  });
  followClock(db);
  await stay(db);
  if ((await readMeta(db, 'usedSince')) === undefined) {
    // Its book is here and its work is not: the browser deleted one database of several.
    const own = personKey(session.workshopId, session.userId);
    noteEvicted((key) => key !== own);
    await writeMeta(db, 'usedSince', new Date().toISOString());
  }
  const device = { db, session };
  db.topics.listen((topics) => {
    if (topics.has('meta:rebuild')) void keepRowsCurrent(device);
  });
  return device;
}

/** Shows a known person's data: works without signal, for ever. */
export async function enterAs(person: KnownPerson): Promise<void> {
  const device = await openFor(sessionOf(person), deviceDatabaseName(person.workshopId, person.userId));
  await rememberPerson(person);
  setCurrentDevice(device);
  void keepRowsCurrent(device);
}

/** Signed in again, a phone that an owner had signed out shows the workshop again: it is another device now. */
async function reopen(db: DeviceDatabase): Promise<void> {
  const state = await readMeta(db, 'sync');
  if (state?.phase === 'closed') await writeMeta(db, 'sync', { ...state, phase: 'idle' });
}

async function adoptDevice(person: KnownPerson, device: SessionDevice, email: string): Promise<void> {
  const known = await deviceFor(email);
  const db = await openDeviceDatabase(deviceDatabaseName(person.workshopId, person.userId));
  const last = { issued: device.last.n, jobCounter: device.last.job };
  try {
    if (known.deviceId === device.id) {
      await raiseCounters(db, known);
      await raiseCounters(db, last);
    } else await replaceCounters(db, last);
    await reopen(db);
  } finally {
    db.close();
  }
  // The server closed the old device if it had counted further than this phone remembers.
  if (known.deviceId !== device.id) await rememberDevice({ email, deviceId: device.id, ...last });
}

/** Takes in what the server answered to a sign-in: token, device, counters; then shows the person's data. */
export async function enterWith(session: Session): Promise<Result<undefined, ErrorCode>> {
  const { user, workshop, device } = session;
  if ((user.role !== 'owner' && user.role !== 'manager') || device === undefined) return err('forbidden');
  const person: KnownPerson = {
    key: personKey(workshop.id, user.id),
    userId: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    workshopId: workshop.id,
    workshopName: workshop.name,
    deviceId: device.id,
    deviceCode: device.code,
  };
  await adoptDevice(person, device, user.email);
  holdToken(session);
  await enterAs(person);
  // Asked without waiting: the browser may want the person's word for it.
  if (typeof navigator !== 'undefined') void (navigator.storage as StorageManager | undefined)?.persist();
  return ok(undefined);
}
