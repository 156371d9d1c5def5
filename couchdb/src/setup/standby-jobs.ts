import { isStatus, type Send } from './couch-request.ts';

/** How far the standby is with one database. */
export interface StandbyJob {
  readonly database: string;
  /** As CouchDB says it: running, pending (waits for its turn), crashing (tries again), failed … */
  readonly state: string;
  /** Changes that the standby has not got yet, as far as CouchDB tells. */
  readonly behind: number;
  readonly words: string | undefined;
}

interface SchedulerDoc {
  readonly doc_id: string;
  readonly state: string | null;
  readonly info: { readonly changes_pending?: number | null; readonly error?: string } | null;
}

const idPrefix = 'revops-standby:';
const pageSize = 1000;

export const jobId = (database: string): string => idPrefix + database;

/** Every replication to the standby whose database begins with `prefix`. */
export async function standbyJobs(send: Send, prefix: string): Promise<readonly StandbyJob[]> {
  const jobs: StandbyJob[] = [];
  for (let skip = 0; ; skip += pageSize) {
    const docs = await schedulerDocs(send, skip);
    jobs.push(...docs.filter(({ doc_id }) => doc_id.startsWith(jobId(prefix))).map(toJob));
    if (docs.length < pageSize) return jobs;
  }
}

async function schedulerDocs(send: Send, skip: number): Promise<readonly SchedulerDoc[]> {
  try {
    const path = `/_scheduler/docs/_replicator?limit=${pageSize}&skip=${skip}`;
    return ((await send({ method: 'GET', path })) as { readonly docs: readonly SchedulerDoc[] }).docs;
  } catch (error) {
    if (isStatus(error, 404)) return [];
    throw error;
  }
}

function toJob({ doc_id, state, info }: SchedulerDoc): StandbyJob {
  return {
    database: doc_id.slice(idPrefix.length),
    state: state ?? 'initializing',
    behind: info?.changes_pending ?? 0,
    words: info?.error,
  };
}

/** Running, or waiting for its turn among many. */
export const isFollowing = ({ state }: StandbyJob): boolean =>
  state === 'running' || state === 'pending' || state === 'initializing';
