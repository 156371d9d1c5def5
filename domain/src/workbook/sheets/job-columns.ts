import type { Job } from '#src/documents/job.ts';
import { balanceOf, billedOf, type JobReceived } from '#src/ledger/job-contribution.ts';
import type { Column } from '../column.ts';

/** A job's card with its figures of the moment. */
export interface JobRow {
  readonly job: Job;
  readonly received: JobReceived;
  readonly deskName: string;
}

export const statusWords: Readonly<Record<Job['status']['value'], string>> = {
  pending: 'Pending',
  in_progress: 'In progress',
  waiting_for_parts: 'Waiting for parts',
  quality_check: 'Quality check',
  completed: 'Completed',
  delivered: 'Delivered',
  cancelled: 'Cancelled',
};

export const jobColumns: readonly Column<JobRow>[] = [
  { title: 'Number', width: 12, kind: 'text', of: ({ job }) => job.number },
  { title: 'Status', width: 16, kind: 'text', of: ({ job }) => statusWords[job.status.value] },
  { title: 'Desk', width: 18, kind: 'text', of: ({ deskName }) => deskName },
  { title: 'Vehicle', width: 14, kind: 'text', of: ({ job }) => job.vehicleNumber },
  { title: 'Model', width: 16, kind: 'text', of: ({ job }) => job.carModel },
  { title: 'Customer', width: 20, kind: 'text', of: ({ job }) => job.customerName },
  { title: 'Phone', width: 16, kind: 'text', of: ({ job }) => job.phone },
  { title: 'Work', width: 40, kind: 'text', of: ({ job }) => job.workDescription },
  { title: 'Opened', width: 17, kind: 'instant', of: ({ job }) => job.at ?? job.createdAt },
  { title: 'Promised', width: 17, kind: 'instant', of: ({ job }) => job.promisedAt },
  { title: 'Completed', width: 17, kind: 'instant', of: ({ job }) => job.status.completedAt },
  { title: 'Delivered', width: 17, kind: 'instant', of: ({ job }) => job.status.deliveredAt },
  { title: 'Estimated', width: 13, kind: 'money', of: ({ job }) => job.estimatedAmount },
  { title: 'Billed', width: 13, kind: 'money', of: ({ job }) => billedOf(job) },
  {
    title: 'Discount',
    width: 13,
    kind: 'money',
    of: ({ received }) => (received.waived === 0 ? undefined : received.waived),
  },
  {
    title: 'Received',
    width: 13,
    kind: 'money',
    of: ({ received }) => received.waiting + received.confirmed,
  },
  { title: 'Confirmed', width: 13, kind: 'money', of: ({ received }) => received.confirmed },
  { title: 'Balance', width: 13, kind: 'money', of: ({ job, received }) => balanceOf(job, received) },
  { title: 'Odometer', width: 10, kind: 'count', of: ({ job }) => job.odometer },
  { title: 'Address', width: 24, kind: 'text', of: ({ job }) => job.address },
  { title: 'Parts', width: 24, kind: 'text', of: ({ job }) => job.partsRequired },
  { title: 'Worker', width: 16, kind: 'text', of: ({ job }) => job.workerAssigned },
  { title: 'Notes', width: 30, kind: 'text', of: ({ job }) => job.internalNotes },
];
