import { backupListSchema, type BackupList, type ErrorCode, type Result } from '@revops/domain';
import { asPerson } from '../account/as-person.ts';

/** How it stands with the server's backups; owners only. */
export const listBackups = (): Promise<Result<BackupList, ErrorCode>> =>
  asPerson({ method: 'GET', path: '/api/backups', answer: backupListSchema });
