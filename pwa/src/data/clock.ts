import { instantOf } from '@revops/domain';
import { readMeta } from './database/meta.ts';
import type { DeviceDatabase } from './database/open.ts';

let offsetMs = 0;

/** The instant by the server-corrected clock, as far as this tab knows the correction. */
export const correctedNow = (): string => instantOf(Date.now() + offsetMs);

/** Follows the correction that the engine measures. */
export function followClock(db: DeviceDatabase): void {
  const load = async (): Promise<void> => {
    offsetMs = (await readMeta(db, 'clockOffsetMs')) ?? 0;
  };
  void load();
  db.topics.listen((topics) => {
    if (topics.has('meta:clockOffsetMs')) void load();
  });
}
