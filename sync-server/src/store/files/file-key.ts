import { AppError } from '#src/errors/app-error.ts';
import type { FileKey } from './file-store.ts';

const hashShape = /^[0-9a-f]{64}$/;
const idShape = /^[A-Za-z0-9-]{1,64}$/;

/** Names of files and documents are made of these, so nothing else may pass: no dot, no slash, no other encoding. */
export function checkKey(key: FileKey): FileKey {
  if (!hashShape.test(key.sha256) || !idShape.test(key.by)) throw new AppError('bad_request', 'Not a file.');
  return key;
}

export function checkWorkshop(workshopId: string): string {
  if (!idShape.test(workshopId)) throw new AppError('bad_request', 'Not a workshop.');
  return workshopId;
}
