import type { Job } from '#src/documents/job.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord, newEntry } from './build.ts';
import { problem } from './problem.ts';

/**
 * Moves a job to another desk; an owner's right alone. The timeline's line stands at the new desk already, so that its
 * person reads where the job came from; everything older follows by the gateway's hand.
 */
export function reassignJob(context: ActContext, job: Job, desk: string): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  if (desk === '') return problem('invalid', 'desk');
  if (desk === job.desk) return problem('nothing_changed', 'desk');
  const stamp = context.stamp();
  return act(context, 'reassign_job', [
    changedRecord(context, job, { desk }, stamp),
    newEntry(context, 'jobEvent', {
      jobId: job._id,
      desk,
      assigned: job.assigned,
      kind: 'reassigned',
      from: job.desk,
      to: desk,
      hlc: stamp,
    }),
  ]);
}
