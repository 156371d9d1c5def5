import type { JobStatusValue } from '@revops/domain';
import type { DeskFilter } from '../queries/desk-filter.ts';
import { jobDetail } from '../queries/job-detail.ts';
import { deskJobs, jobViews, type DeskPage } from '../queries/jobs-desk.ts';
import { jobs, statusCounts, type JobsFilter } from '../queries/jobs.ts';
import { movedJobs, type MovedJob } from '../queries/moved-jobs.ts';
import { cachedBuckets } from '../queries/search-cache.ts';
import { searchJobs } from '../queries/search.ts';
import { worklist } from '../queries/worklist.ts';
import type { JobDetail, JobView, Live, WorklistView } from '../views.ts';
import { useLive } from './use-live.ts';

/** Jobs of a status and a desk, newest first. */
export const useJobs = (filter: JobsFilter): Live<{ items: JobView[]; more: boolean }> =>
  useLive({
    key: `jobs ${filter.status} ${filter.desk} ${filter.limit}`,
    topics: ['job', 'tray'],
    read: () => (tx) => jobs(tx, filter),
    keepsLast: true,
  });

/** The desk's table and board: the ids of a filter in its order, and the first of them. */
export const useDeskJobs = (filter: DeskFilter, limit: number): Live<DeskPage> =>
  useLive({
    key: `deskJobs ${JSON.stringify(filter)} ${limit}`,
    topics: ['job', 'tray', ...(filter.late ? ['minute'] : [])],
    read: () => (tx, now) => deskJobs(tx, filter, limit, now),
    keepsLast: true,
  });

/** Jobs by id, such as those in sight. */
export const useJobViews = (ids: readonly string[]): Live<JobView[]> =>
  useLive({
    key: `jobViews ${ids.join(' ')}`,
    topics: ids.length === 0 ? [] : ['job', 'tray'],
    read: () => (tx) => jobViews(tx, ids),
    keepsLast: true,
  });

/** How many jobs stand in each status. */
export const useStatusCounts = (desk: string): Live<Record<JobStatusValue, number>> =>
  useLive({
    key: `statusCounts ${desk}`,
    topics: ['rollups'],
    read: () => (tx) => statusCounts(tx, desk),
    keepsLast: true,
  });

/** Jobs that went to another desk while entries of them wait here. */
export const useMovedJobs = (): Live<MovedJob[]> =>
  useLive({ key: 'movedJobs', topics: ['job', 'journal'], read: () => movedJobs });

/** Whether a desk has, or ever had, a job; undefined until it is known. */
export function useHasJobs(desk: string): boolean | undefined {
  const counts = useStatusCounts(desk);
  return counts.status === 'ready' ? Object.values(counts.value).some((count) => count > 0) : undefined;
}

/** Jobs by fragments of plate, name, phone or number; open ones first. */
export const useJobSearch = (query: string, limit = 50): Live<{ items: JobView[]; complete: boolean }> =>
  useLive({
    key: `search ${limit} ${query}`,
    topics: ['job', 'meta:firstSync'],
    read:
      ({ db }) =>
      (tx) =>
        searchJobs(tx, query, limit, cachedBuckets(db)),
    keepsLast: true,
  });

/** One job with its payments and its timeline; undefined when it is not on this phone. */
export const useJob = (id: string): Live<JobDetail | undefined> =>
  useLive({
    key: `job ${id}`,
    topics: [
      id,
      'payment',
      'paymentDecision',
      'paymentCancellation',
      'paymentProof',
      'waiver',
      'waiverDecision',
      'jobEvent',
      'member',
      'device',
      'tray',
      'minute',
    ],
    read:
      ({ session }) =>
      (tx, now) =>
        jobDetail(tx, id, session, now),
  });

/** The manager's day. */
export const useWorklist = (desk: string): Live<WorklistView> =>
  useLive({
    key: `worklist ${desk}`,
    topics: ['job', 'payment', 'workshop', 'minute'],
    read:
      ({ session }) =>
      (tx, now) =>
        worklist(tx, desk, session, now),
    keepsLast: true,
  });
