import { err, ok, type ErrorCode, type Result } from '@revops/domain';
import { deleteDB } from 'idb';
import { dropToken } from './access-token.ts';
import { callApi } from './api.ts';
import { readCounters } from './counters.ts';
import { currentDevice, setCurrentDevice } from './current-device.ts';
import { cookieHeadersOf } from './own-cookie.ts';
import { mayLeave } from './leave.ts';
import { forgetMarker } from './marker.ts';
import { forgetPerson, personKey, rememberDevice } from './phone-book.ts';

/** Work that the server does not have yet keeps a person signed in; it can be exported. */
export type SignOutRefusal = ErrorCode | 'work_waiting';

/** Another context may be slow to let go; the deletion then happens when it does. */
const DELETE_WAIT_MS = 3000;

const patiently = (work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, DELETE_WAIT_MS))]);

/** Deletes databases by name; open connections close themselves when asked. */
export async function deleteDatabases(names: readonly string[]): Promise<void> {
  await Promise.all(names.map((name) => patiently(deleteDB(name))));
}

/** The person's rows and every replica the engine made for them. */
async function databasesOf(workshopId: string, userId: string): Promise<string[]> {
  const own = `${workshopId}-${userId}`;
  const all = (await indexedDB.databases?.()) ?? [];
  const replicas = all.map(({ name = '' }) => name).filter((name) => name.includes(`revops-replica-${own}-`));
  return [`revops-${own}`, ...replicas];
}

/** Signs out and deletes the documents here; device and counters stay. Refused while anything waits to be sent. */
export async function signOut(): Promise<Result<undefined, SignOutRefusal>> {
  const device = currentDevice();
  if (device === undefined) return ok(undefined);
  const { db, session } = device;
  if (!(await mayLeave(db))) return err('work_waiting');
  const { workshopId, userId, email, deviceId } = session;
  await rememberDevice({ email, deviceId, ...(await readCounters(db)) });
  // Without signal the server's session simply ends by itself; what is on this phone goes either way.
  await callApi({
    method: 'POST',
    path: '/api/auth/logout',
    body: {},
    headers: cookieHeadersOf(deviceId),
  });
  dropToken();
  await forgetPerson(personKey(workshopId, userId));
  forgetMarker(personKey(workshopId, userId));
  setCurrentDevice(undefined);
  await deleteDatabases(await databasesOf(workshopId, userId));
  return ok(undefined);
}
