import { currentDevice } from './account/current-device.ts';
import { correctedNow } from './clock.ts';
import { reading } from './database/open.ts';
import { exportFiles } from './files/export-files.ts';

/** Everything that exists only on this phone, as a file: what waits with its revisions, photos, and what was refused. */
export async function exportUnsent(): Promise<Blob> {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const { db, session } = device;
  const { entries, refused } = await reading(db, async (tx) => ({
    entries: await tx.objectStore('journal').index('order').getAll(),
    refused: await tx.objectStore('tray').getAll(),
  }));
  const { userId, name, workshopId, workshopName, deviceId, deviceCode } = session;
  const file = {
    format: 'revops-unsent',
    version: 1,
    exportedAt: correctedNow(),
    person: { id: userId, name },
    workshop: { id: workshopId, name: workshopName },
    device: { id: deviceId, code: deviceCode },
    entries,
    refused,
  };
  const text = JSON.stringify(file, null, 1);
  const files = await exportFiles(db);
  return new Blob([text.slice(0, -2), ',\n "files": [', ...files, ']\n}'], { type: 'application/json' });
}
