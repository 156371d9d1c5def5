import { compareStamps } from '#src/clock/hlc.ts';
import type { Job, JobEvent } from '#src/documents/job.ts';
import { jobStatusSchema, type JobStatusValue } from '#src/status/status.ts';

/** How long jobs stayed in a status before they left it. */
export interface StatusTime {
  readonly status: JobStatusValue;
  readonly stays: number;
  readonly averageMs: number;
}

interface Stay {
  readonly status: string;
  readonly ms: number;
}

const timeOf = (event: JobEvent): number => Date.parse(event.at ?? event.createdAt);

/** The stays that are over, as the timeline tells; one whose beginning is not here is left out. */
function staysOf(job: Job, events: readonly JobEvent[]): Stay[] {
  const moves = events
    .filter(({ jobId, kind }) => jobId === job._id && kind === 'moved')
    .toSorted((a, b) => compareStamps(a.hlc, b.hlc) || (a._id < b._id ? -1 : 1));
  let [status, since]: [string | undefined, number] = ['pending', Date.parse(job.at ?? job.createdAt)];
  return moves.flatMap((move) => {
    const stay = { status: move.from ?? '', ms: Math.max(0, timeOf(move) - since) };
    const isWhole = move.from === status;
    [status, since] = [move.to, timeOf(move)];
    return isWhole ? [stay] : [];
  });
}

/** The average stay in each status of some jobs, in the order of the work; statuses nobody has left are left out. */
export function statusTimes(
  jobs: readonly { readonly job: Job; readonly events: readonly JobEvent[] }[],
): StatusTime[] {
  const stays = jobs.flatMap(({ job, events }) => staysOf(job, events));
  return jobStatusSchema.options.flatMap((status) => {
    const own = stays.filter((stay) => stay.status === status);
    if (own.length === 0) return [];
    const averageMs = Math.round(own.reduce((sum, { ms }) => sum + ms, 0) / own.length);
    return [{ status, stays: own.length, averageMs }];
  });
}
