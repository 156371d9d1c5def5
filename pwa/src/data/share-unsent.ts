import { saveFile } from '#src/platform/save-file.ts';
import { currentDevice } from './account/current-device.ts';
import { writeCopy, type CopyOptions } from './device-copy/write-copy.ts';

/** Puts everything that only this phone has into a file: the share sheet where it takes files, else a download. */
export async function shareUnsent(title: string, options: CopyOptions = {}): Promise<void> {
  const copy = await writeCopy(options);
  const day = new Date().toISOString().slice(0, 10);
  const code = currentDevice()?.session.deviceCode ?? '';
  await saveFile(new File([copy], `revops-${code}-${day}.json`, { type: 'application/json' }), title);
}
