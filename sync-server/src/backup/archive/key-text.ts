import type { BackupKey } from './archive-key.ts';

/** As BACKUP_KEY may say it. */
export const keyText = (key: BackupKey): string =>
  key.kind === 'passphrase' ? key.text : Buffer.from(key.bytes).toString('hex');
