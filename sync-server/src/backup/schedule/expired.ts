import { archiveTime } from '../archive/archive-name.ts';

const dayMs = 24 * 3_600_000;

/**
 * Which archives are older than they have to be kept. Nothing goes unless a younger one was proven good, and the newest
 * proven one never goes, however old it is.
 */
export function expired(
  names: readonly string[],
  verified: ReadonlySet<string>,
  keepDays: number,
  now: number,
): readonly string[] {
  const dated = names.flatMap((name) => {
    const at = archiveTime(name);
    return at === undefined ? [] : [{ name, at }];
  });
  const newestGood = Math.max(...dated.filter(({ name }) => verified.has(name)).map(({ at }) => at));
  const before = Math.min(newestGood, now - keepDays * dayMs);
  return dated.filter(({ at }) => at < before).map(({ name }) => name);
}
