import { setCurrentDevice } from '@revops/pwa/data/account/current-device.ts';
import type { DeviceCopy } from '@revops/pwa/data/device-copy/copy-format.ts';
import { readCopy } from '@revops/pwa/data/device-copy/read-copy.ts';
import { writeCopy } from '@revops/pwa/data/device-copy/write-copy.ts';
import type { Phone } from '../phone.ts';

/** The file that the app of this phone gives to its person, as an owner's app reads it. */
export async function copyOfPhone(phone: Phone): Promise<DeviceCopy> {
  const { user, options, session, db } = phone;
  const { workshop } = options.signedIn.session;
  if (user.role !== 'owner' && user.role !== 'manager') throw new Error('no writer');
  // Whoever comes after closes what was open before; this phone goes on with its own.
  setCurrentDevice({
    db: { ...db, close: () => undefined },
    session: {
      userId: user.id,
      name: user.name,
      email: user.email,
      role: user.role,
      workshopId: workshop.id,
      workshopName: workshop.name,
      deviceId: session.device.id,
      deviceCode: session.device.code,
      demo: false,
    },
  });
  const text = await writeCopy({ everything: true })
    .then((blob) => blob.text())
    .finally(() => setCurrentDevice(undefined));
  const copy = readCopy(text, workshop.id);
  if (!copy.ok) throw new Error(`the file of ${phone.label} cannot be read: ${copy.reason}`);
  return copy.value;
}
