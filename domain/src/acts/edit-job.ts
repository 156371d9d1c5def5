import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { Job } from '#src/documents/job.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord, newEntry } from './build.ts';
import { changeEvents } from './job-events.ts';
import { problem } from './problem.ts';

/** The fields of the card that an edit may touch; undefined clears one. */
export type JobChanges = {
  readonly [
    F in
      | 'customerName'
      | 'phone'
      | 'carModel'
      | 'workDescription'
      | 'estimatedAmount'
      | 'billedAmount'
      | 'dueAt'
      | 'promisedAt'
      | 'odometer'
      | 'address'
      | 'partsRequired'
      | 'workerAssigned'
      | 'internalNotes'
      | 'assigned'
  ]?: Job[F] | undefined;
};

/** A set in another order is the same set: it would get no stamp, and an event would tell of a change that is none. */
const comparable = (value: unknown): unknown =>
  Array.isArray(value) ? (value as string[]).toSorted((a, b) => (a < b ? -1 : 1)) : value;

/** Changes what is on the card; only the fields that really differ are stamped, so edits made apart both stay. */
export function editJob(context: ActContext, job: Job, changes: JobChanges): ActResult {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  const changed = Object.entries(changes).filter(
    ([field, value]) =>
      canonicalJson(comparable(job[field as keyof Job])) !== canonicalJson(comparable(value)),
  );
  if (changed.length === 0) return problem('nothing_changed');
  const stamp = context.stamp();
  const edited = changedRecord(context, job, Object.fromEntries(changed), stamp);
  const events = changeEvents(context, job, Object.fromEntries(changed), stamp);
  return act(context, 'edit_job', [edited, ...events]);
}

/** Adds a line of one's own to the timeline. */
export function addNote(context: ActContext, job: Job, note: string): ActResult {
  const text = note.trim();
  if (text === '') return problem('invalid', 'note');
  return act(context, 'add_note', [
    newEntry(context, 'jobEvent', {
      jobId: job._id,
      desk: job.desk,
      assigned: job.assigned,
      kind: 'note',
      hlc: context.stamp(),
      note: text,
    }),
  ]);
}
