import { stampDevice } from '#src/clock/hlc.ts';
import type { Job } from '#src/documents/job.ts';
import { canDeliver, mayTakeBack, movedStatus, nextMoves } from '#src/status/moves.ts';
import { isFinal, type JobStatus, type JobStatusValue } from '#src/status/status.ts';
import type { ActContext, ActKind, ActResult } from './act.ts';
import { act, changedRecord } from './build.ts';
import { moveEvents } from './job-events.ts';
import { problem } from './problem.ts';

function moveTo(context: ActContext, kind: ActKind, job: Job, status: JobStatus, note?: string): ActResult {
  const moved = changedRecord(context, job, { status }, status.hlc);
  return act(context, kind, [moved, ...moveEvents(context, job, status, note)]);
}

/** Moves a job to its next status by the table of moves; delivery leaves a visit in the vehicle's history. */
export function moveJob(context: ActContext, job: Job, to: JobStatusValue, note?: string): ActResult {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  const allowed =
    nextMoves(job.status.value, context.role).includes(to) ||
    (to === 'delivered' && canDeliver(job.status.value));
  if (!allowed) return problem('move_not_allowed', 'status');
  return moveTo(context, 'move_job', job, movedStatus(job.status, to, context.stamp(), context.now), note);
}

/** Takes the own last move back within 15 minutes: `to` is the status before it, as the timeline tells. */
export function takeBackMove(context: ActContext, job: Job, to: JobStatusValue): ActResult {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  const stamp = context.stamp();
  if (!mayTakeBack(job.status, stamp, context.deviceIds, stampDevice))
    return problem('take_back_too_late', 'status');
  if (isFinal(to)) return problem('move_not_allowed', 'status');
  return moveTo(context, 'take_back', job, movedStatus(job.status, to, stamp, context.now));
}
