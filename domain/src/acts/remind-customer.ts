import type { Job, JobEvent } from '#src/documents/job.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** What marks a line of the timeline as a reminder, so that it is found whatever its words are. */
const mark = 'reminder';

/** Whether a line of the timeline says that the customer was reminded. */
export const isReminder = (event: Pick<JobEvent, 'kind' | 'fields'>): boolean =>
  event.kind === 'note' && (event.fields ?? []).includes(mark);

/**
 * Notes on each job that is owed that its customer was reminded: on the timeline, so that nobody at another desk or on
 * another phone asks again an hour later. Jobs of other desks are left to those.
 */
export function remindCustomer(context: ActContext, jobs: readonly Job[], note: string): ActResult {
  const own = jobs.filter(({ desk }) => context.role === 'owner' || desk === context.userId);
  if (own.length === 0) return problem('not_permitted');
  const text = note.trim();
  if (text === '') return problem('invalid', 'note');
  const lines = own.map((job) =>
    newEntry(context, 'jobEvent', {
      jobId: job._id,
      desk: job.desk,
      assigned: job.assigned,
      kind: 'note',
      hlc: context.stamp(),
      note: text,
      fields: [mark],
    }),
  );
  return act(context, 'add_note', lines);
}
