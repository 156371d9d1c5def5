import { currentDevice } from './account/current-device.ts';

/** Asks the engine, in whatever tab or worker it lives, to look at the journal now. The demo has none. */
export function wakeEngine(): void {
  const device = currentDevice();
  if (device !== undefined && !device.session.demo) device.db.topics.wake();
}
