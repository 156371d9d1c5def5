import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, changedRecord, newEntry } from './build.ts';
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

const amountFields: readonly string[] = ['estimatedAmount', 'billedAmount'];

function amountEvents(
  context: ActContext,
  job: Job,
  changes: JobChanges,
  fields: readonly string[],
  stamp: string,
): AnyDocument[] {
  const text = (value: unknown): string | undefined =>
    typeof value === 'number' ? String(value) : undefined;
  return fields
    .filter((field) => amountFields.includes(field))
    .map((field) =>
      newEntry(context, 'jobEvent', {
        jobId: job._id,
        desk: job.desk,
        assigned: job.assigned,
        kind: 'amount',
        hlc: stamp,
        fields: [field],
        from: text(job[field as keyof Job]),
        to: text(changes[field as keyof JobChanges]),
      }),
    );
}

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
  const fields = changed.map(([field]) => field);
  const plain = fields.filter((field) => !amountFields.includes(field));
  const event =
    plain.length === 0
      ? []
      : [
          newEntry(context, 'jobEvent', {
            jobId: job._id,
            desk: job.desk,
            assigned: job.assigned,
            kind: 'edited',
            hlc: stamp,
            fields: plain,
          }),
        ];
  return act(context, 'edit_job', [edited, ...event, ...amountEvents(context, job, changes, fields, stamp)]);
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
