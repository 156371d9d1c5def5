import type { BackupTimes } from '#src/config/backup-config.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const minuteMs = 60_000;
const latest = 2 * hourMs;

/** When the next backup is to begin; at once where there never was one, so that what is wrong shows on the first day. */
export function nextBackup(times: BackupTimes, lastGood: number | undefined, now: number): number {
  if (lastGood === undefined) return now;
  // A clock that was wrong must not put the next one off for years.
  const last = Math.min(lastGood, now);
  if (times.kind === 'hours') return last + times.hours * hourMs;
  const midnight = Math.floor(last / dayMs) * dayMs;
  const sameDay = midnight + times.minute * minuteMs;
  return sameDay > last ? sameDay : sameDay + dayMs;
}

/** After this somebody has to look. */
export function lateAfter(times: BackupTimes, due: number): number {
  return due + (times.kind === 'hours' ? Math.min(latest, (times.hours * hourMs) / 2) : latest);
}
