import type { DeviceDatabase } from '../database/open.ts';
import type { SessionView } from '../views.ts';

/** The open database and the person in front of the screen. */
export interface CurrentDevice {
  readonly db: DeviceDatabase;
  readonly session: SessionView;
}

/** `starting` until the phone has looked who was signed in last. */
export type DeviceState = 'starting' | 'nobody' | 'signed_in';

let state: DeviceState = 'starting';
let current: CurrentDevice | undefined;
const listeners = new Set<() => void>();

export const currentDevice = (): CurrentDevice | undefined => current;
export const deviceState = (): DeviceState => state;

/** Makes a person's database the one that screens read; undefined when nobody is signed in. */
export function setCurrentDevice(device: CurrentDevice | undefined): void {
  const previous = current;
  current = device;
  state = device === undefined ? 'nobody' : 'signed_in';
  for (const listener of listeners) listener();
  if (previous !== undefined && previous.db !== device?.db) previous.db.close();
}

export function listenToDevice(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
