import type { ErrorCode, Result } from '@revops/domain';
import { currentDevice } from '../account/current-device.ts';
import { correctedNow } from '../clock.ts';
import { fetchFile } from './fetch-file.ts';
import { openStoredFile } from './open-file.ts';

export { newFile, type NewFile } from './new-file.ts';

/** The bytes behind a photo: from this phone, else from the server. */
export async function openFile(sha256: string): Promise<Result<Blob, ErrorCode>> {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const { db, session } = device;
  const fetchOne = (name: string): ReturnType<typeof fetchFile> => fetchFile(session.userId, name);
  return openStoredFile({ db, fetchFile: fetchOne, now: correctedNow }, sha256);
}
