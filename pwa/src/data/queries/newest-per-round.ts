import type { Visit } from '@revops/domain';

/** A take-back and a second delivery leave two visits of one round: the newest counts. Newest first. */
export function newestPerRound(visits: readonly Visit[]): Visit[] {
  const seen = new Set<string>();
  return visits.filter((visit) => {
    const key = `${visit.jobId} ${visit.round}`;
    return seen.has(key) ? false : seen.add(key);
  });
}
