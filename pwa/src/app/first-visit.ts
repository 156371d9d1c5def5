import { currentDevice } from '#src/data/account/current-device.ts';
import { paths } from './paths.ts';

/** No worker answers for this page yet: every file comes over the network. */
const isFirstVisit = (): boolean => navigator.serviceWorker?.controller === null;

/**
 * Takes a newcomer straight to the first screen, whose file is on its way while the phone is asked who uses it. By way
 * of the home address the whole signed-in shell would be fetched only to find that nobody is signed in.
 */
export async function openFirstVisit(started: Promise<void>): Promise<void> {
  if (!isFirstVisit() || location.pathname !== paths.home) return;
  void import('#src/features/first-run/welcome-screen.tsx').catch(() => undefined); // The router reports a missing file.
  await started.catch(() => undefined); // Blocked storage has a screen of its own.
  if (currentDevice() === undefined) history.replaceState(history.state, '', paths.welcome);
}
