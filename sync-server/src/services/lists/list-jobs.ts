import {
  deskKey,
  matchesFragments,
  type Actor,
  type JobItem,
  type JobList,
  type JobQuery,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { documentIdOf } from '../acts/document-id-of.ts';
import { problemError } from '../acts/refusals.ts';
import { jobItems, type StoredJob } from './job-items.ts';
import type { ListReader } from './list-reader.ts';
import { readPage } from './read-page.ts';

/** Those that are over are nearly all there are, so their status is looked for in the list of all. */
const isOver = (status: string): boolean => status === 'delivered' || status === 'cancelled';

/** The jobs that a person sees, newest first. */
export async function listJobs(reader: ListReader, actor: Actor, query: JobQuery): Promise<JobList> {
  const { status, desk, q, limit, after } = query;
  if (desk !== undefined && actor.role !== 'owner' && desk !== actor.userId)
    throw problemError({ code: 'not_permitted' });
  const byStatus = status !== undefined && !isOver(status);
  const page = await readPage<StoredJob, JobItem>(reader, {
    list: byStatus ? `job ${status}` : 'job',
    // A desk's own part of the list holds exactly its jobs.
    key: desk === undefined || reader.listKey === undefined ? reader.listKey : deskKey(desk),
    limit,
    after,
    keepsRow: status === undefined || byStatus ? undefined : ({ value }) => value === status,
    keeps: q === undefined ? undefined : (job) => matchesFragments(textOf(job), q),
    itemsOf: (jobs) => jobItems(reader, jobs),
  });
  return { ...page, items: [...page.items] };
}

const textOf = ({ vehicleNumber, number, customerName = '', phone = '' }: StoredJob): string =>
  [vehicleNumber, number, customerName, phone].join('\n');

/** Another desk's job is no job. */
export async function readJob(reader: ListReader, id: string): Promise<JobItem> {
  const job = await reader.get<StoredJob>(documentIdOf('job', id));
  const [item] = job ? await jobItems(reader, [job]) : [];
  if (!item) throw new AppError('not_found', 'There is no such job.');
  return item;
}
