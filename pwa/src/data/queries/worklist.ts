import { isLate, workshopDay } from '@revops/domain';
import { metaIn } from '../database/meta.ts';
import type { ReadTx } from '../database/schema.ts';
import type { JobView, PaymentView, WorklistView } from '../views.ts';
import { jobs } from './jobs.ts';
import { payments } from './payments.ts';
import type { OwnDevice } from './people.ts';

/** More open cars than any workshop has; it bounds what one screen reads. */
const OPEN_JOBS = 500;
const REJECTED = 50;

type Group = 'late' | 'ready' | 'promisedToday' | 'waitingForParts' | 'others';

function groupOf(job: JobView, now: string, today: string, timeZone: string): Group {
  if (job.status === 'completed') return 'ready';
  if (isLate(job.promisedAt, false, now)) return 'late';
  if (job.promisedAt !== undefined && workshopDay(job.promisedAt, timeZone) === today) return 'promisedToday';
  return job.status === 'waiting_for_parts' ? 'waitingForParts' : 'others';
}

const soonestFirst = (a: JobView, b: JobView): number =>
  (a.promisedAt ?? a.createdAt) < (b.promisedAt ?? b.createdAt) ? -1 : 1;

/** A rejection asks for a call as long as the customer still owes something. */
async function rejectedPayments(tx: ReadTx, desk: string, own: OwnDevice): Promise<PaymentView[]> {
  const filter = {
    states: ['rejected'] as const,
    limit: REJECTED,
    ...(desk === 'all' ? {} : { collectedBy: desk }),
  };
  const { items } = await payments(tx, filter, own);
  const ids = [...new Set(items.map((item) => item.jobId))];
  const rows = await Promise.all(ids.map((id) => tx.objectStore('rows').get(id)));
  const settled = new Set(
    ids.filter((_id, index) => {
      const row = rows[index];
      const due = row?.shares.some(({ key }) => key.startsWith('due|')) ?? false;
      const isOpen = row?.lists.some((key) => key.startsWith('job|open|')) ?? true;
      return row !== undefined && !due && !isOpen;
    }),
  );
  return items.filter((item) => !settled.has(item.jobId));
}

/** The manager's day: who to call, what is late, ready, promised or waiting for parts. */
export async function worklist(tx: ReadTx, desk: string, own: OwnDevice, now: string): Promise<WorklistView> {
  const timeZone = (await metaIn(tx, 'timeZone')) ?? 'UTC';
  const today = workshopDay(now, timeZone);
  const [open, rejected] = await Promise.all([
    jobs(tx, { status: 'open', desk, limit: OPEN_JOBS }),
    rejectedPayments(tx, desk, own),
  ]);
  const groups: Record<Group, JobView[]> = {
    late: [],
    ready: [],
    promisedToday: [],
    waitingForParts: [],
    others: [],
  };
  for (const job of open.items) groups[groupOf(job, now, today, timeZone)].push(job);
  groups.late.sort(soonestFirst);
  groups.promisedToday.sort(soonestFirst);
  return { rejected, ...groups };
}
