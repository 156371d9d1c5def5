import { jobStatusSchema } from '@revops/domain';
import type { JobView } from '../views.ts';
import type { DeskFilter, JobColumn } from './desk-filter.ts';

type Value = string | number | undefined;

const places = new Map(jobStatusSchema.options.map((status, at) => [status, at]));

const valueOf: Readonly<Record<JobColumn, (job: JobView) => Value>> = {
  opened: (job) => job.createdAt,
  promised: (job) => job.promisedAt,
  balance: (job) => (job.billed === undefined ? undefined : job.balance),
  billed: (job) => job.billed,
  customer: (job) => job.customerName?.toLocaleLowerCase(),
  plate: (job) => job.plate,
  status: (job) => places.get(job.status),
};

function compare(a: NonNullable<Value>, b: NonNullable<Value>): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b);
  return Number(a) - Number(b);
}

/** What is not set comes last in either direction; equal ones stand newest first. */
export const inOrder =
  ({ by, descending }: DeskFilter['sort']) =>
  (a: JobView, b: JobView): number => {
    const [one, other] = [valueOf[by](a), valueOf[by](b)];
    const newest = a.createdAt < b.createdAt ? 1 : -1;
    if (one === undefined || other === undefined) return one === other ? newest : one === undefined ? 1 : -1;
    const order = compare(one, other);
    return order === 0 ? newest : descending ? -order : order;
  };
