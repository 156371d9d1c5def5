import type { BackupTimes } from '#src/config/backup-config.ts';
import type { BackupState } from './backup-state.ts';
import { nextBackup } from './due.ts';

/** What fails now is mostly mended by a person, not by trying all the time. */
const retryMs = 30 * 60_000;

/** When a backup is to begin next: when it is due, or half an hour after one that failed. */
export function nextTry(state: BackupState, times: BackupTimes, now: number): number {
  const timeOf = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Date.parse(text);
  const tried = timeOf(state.lastAttempt);
  if (state.failing !== undefined && tried !== undefined) return Math.min(tried, now) + retryMs;
  return nextBackup(times, timeOf(state.lastGood), now);
}
