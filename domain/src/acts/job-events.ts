import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Job } from '#src/documents/job.ts';
import type { JobStatus } from '#src/status/status.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import type { ActContext } from './act.ts';
import { newEntry } from './build.ts';

const amountFields: ReadonlySet<string> = new Set(['estimatedAmount', 'billedAmount']);

const about = ({ _id, desk, assigned }: Job): Record<string, unknown> => ({ jobId: _id, desk, assigned });

const amountText = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : undefined;

/** The timeline's lines of changed fields: one for each amount, which technicians do not read, and one for the rest. */
export function changeEvents(
  context: ActContext,
  job: Job,
  changes: Readonly<Record<string, unknown>>,
  stamp: string,
): AnyDocument[] {
  const fields = Object.keys(changes);
  const plain = fields.filter((field) => !amountFields.has(field));
  const edited =
    plain.length === 0
      ? []
      : [newEntry(context, 'jobEvent', { ...about(job), kind: 'edited', hlc: stamp, fields: plain })];
  const amounts = fields
    .filter((field) => amountFields.has(field))
    .map((field) =>
      newEntry(context, 'jobEvent', {
        ...about(job),
        kind: 'amount',
        hlc: stamp,
        fields: [field],
        from: amountText(job[field as keyof Job]),
        to: amountText(changes[field]),
      }),
    );
  return [...edited, ...amounts];
}

/** The timeline's line of a move, and the visit that a delivery leaves in the car's history. */
export function moveEvents(context: ActContext, job: Job, status: JobStatus, note?: string): AnyDocument[] {
  const moved = newEntry(context, 'jobEvent', {
    ...about(job),
    kind: 'moved',
    from: job.status.value,
    to: status.value,
    hlc: status.hlc,
    note,
  });
  return status.value === 'delivered' ? [moved, visitOf(context, job, status)] : [moved];
}

function visitOf(context: ActContext, job: Job, status: JobStatus): AnyDocument {
  return newEntry(context, 'visit', {
    jobId: job._id,
    desk: job.desk,
    vehicleId: job.vehicleId,
    round: status.round,
    day: workshopDay(status.deliveredAt ?? context.now, context.workshop.timeZone),
    odometer: job.odometer,
    work: job.workDescription?.slice(0, 200),
    shared: context.workshop.shareCustomers,
  });
}
