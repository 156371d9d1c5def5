import type { JobEvent } from '#src/documents/job.ts';
import { totalKey, type Contribution } from './contribution.ts';

const isLowered = ({ kind, from, to }: JobEvent): boolean =>
  kind === 'amount' && from !== undefined && (to === undefined || Number(to) < Number(from));

/**
 * An entry that tells of a lowered amount is counted under its job: the history of jobs without one need not be read for
 * alarms.
 */
export const jobEventContributions = (event: JobEvent): Contribution[] =>
  isLowered(event) ? [{ key: totalKey.jobLowered(event.jobId), amount: 0, count: 1 }] : [];
