import { dropToken } from './access-token.ts';
import { setCurrentDevice } from './current-device.ts';
import { forgetCurrent } from './phone-book.ts';

/** Makes room for another person on this phone. Unlike signing out it deletes nothing, and what waits goes on waiting. */
export async function stepAside(): Promise<void> {
  await forgetCurrent();
  dropToken();
  setCurrentDevice(undefined);
}
