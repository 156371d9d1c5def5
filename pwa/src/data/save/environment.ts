import { freeBytes } from '../storage/free-bytes.ts';
import type { SessionView } from '../views.ts';
import type { SaveEnvironment } from './save-act.ts';

/** The save environment of a browser. */
export const browserEnvironment = (session: SessionView): SaveEnvironment => ({
  userId: session.userId,
  role: session.role,
  deviceId: session.deviceId,
  deviceCode: session.deviceCode,
  now: () => Date.now(),
  offset: () => -new Date().getTimezoneOffset(),
  random: (count) => crypto.getRandomValues(new Uint8Array(count)),
  freeBytes,
});
