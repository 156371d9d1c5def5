import { useEffect, useState, useSyncExternalStore } from 'react';
import { deviceState, listenToDevice, type DeviceState } from '../account/current-device.ts';
import { startDevice } from '../account/start.ts';
import type { SessionView } from '../views.ts';
import { useCurrentDevice } from './use-live.ts';

/** Whether somebody is signed in on this phone; asking starts the look. */
export function useDeviceState(): DeviceState {
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    startDevice().catch(setFailure);
  }, []);
  const state = useSyncExternalStore(listenToDevice, deviceState);
  // A phone whose storage cannot be opened has to say so instead of waiting for ever.
  if (failure !== undefined) throw failure;
  return state;
}

/** The person in front of the screen; only inside the signed-in shell. */
export function useSession(): SessionView {
  const device = useCurrentDevice();
  if (device === undefined) throw new Error('useSession needs a signed-in person');
  return device.session;
}
