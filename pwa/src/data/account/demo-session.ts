import { ok, type ErrorCode, type Result } from '@revops/domain';
import { readMeta } from '../database/meta.ts';
import { openDeviceDatabase } from '../database/open.ts';
import type { SessionView } from '../views.ts';
import { setCurrentDevice } from './current-device.ts';
import { enterAs, openFor } from './enter.ts';
import { personBeforeDemo, rememberDemo } from './phone-book.ts';
import { deleteDatabases } from './sign-out.ts';

/** The demo's database, and its workshop. */
export const DEMO = 'demo';

/** Whose phone the demo shows; undefined when it was deleted under us, or made by an app that did not write it down. */
async function keptSession(): Promise<SessionView | undefined> {
  const db = await openDeviceDatabase(DEMO);
  try {
    return (await readMeta(db, 'demo'))?.session;
  } finally {
    db.close();
  }
}

/** Goes on inventing where a reload cut it short; its part of the app may not be here without signal. */
async function goOnFilling(): Promise<void> {
  const part = await import('./demo-fill.ts').catch(() => undefined);
  await part?.fillRest(DEMO);
}

/** Shows the demo again after a reload. What invents workshops is not needed for it. */
export async function resumeDemo(): Promise<void> {
  const session = await keptSession();
  if (session === undefined) {
    await (await import('./demo.ts')).startDemo();
    return;
  }
  setCurrentDevice(await openFor(session, DEMO));
  void goOnFilling();
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
