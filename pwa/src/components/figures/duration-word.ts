import { m } from '#src/words/compiled/messages.js';

const HOUR_MS = 3_600_000;

/** How long something took, in the largest unit that says enough: `25 min`, `3 h`, `2 days`. */
export function durationWord(ms: number): string {
  const hours = ms / HOUR_MS;
  if (hours < 1) return m.figures_minutes({ count: Math.max(1, Math.round(ms / 60_000)) });
  if (hours < 48) return m.figures_hours({ count: Math.round(hours) });
  return m.figures_days({ count: Math.round(hours / 24) });
}
