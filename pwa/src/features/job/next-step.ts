import { canDeliver, nextMoves, type JobStatusValue } from '@revops/domain';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What the one filled button of a job does. */
export type NextStep =
  | { readonly kind: 'move'; readonly to: JobStatusValue; readonly label: string }
  | { readonly kind: 'deliver' }
  | { readonly kind: 'pay' }
  | { readonly kind: 'give_back' }
  | { readonly kind: 'new_job' };

const onwards: Readonly<Partial<Record<JobStatusValue, { to: JobStatusValue; label: () => string }>>> = {
  pending: { to: 'in_progress', label: () => m.job_start() },
  in_progress: { to: 'completed', label: () => m.job_complete() },
  waiting_for_parts: { to: 'in_progress', label: () => m.job_go_on() },
  quality_check: { to: 'completed', label: () => m.job_passed() },
};

/** The usual next step: through the work, to the customer, to the money, to the next car. */
export function nextStep(job: Pick<JobDetail, 'status' | 'balance' | 'billed'>): NextStep {
  const move = onwards[job.status];
  if (move !== undefined) return { kind: 'move', to: move.to, label: move.label() };
  if (job.status === 'completed') return { kind: 'deliver' };
  if (job.billed === undefined || job.balance === 0) return { kind: 'new_job' };
  return { kind: job.balance > 0 ? 'pay' : 'give_back' };
}

const moveWords: Readonly<Record<JobStatusValue, () => string>> = {
  pending: () => m.work_status_pending(),
  in_progress: () => m.job_back_to_work(),
  waiting_for_parts: () => m.job_to_parts(),
  quality_check: () => m.job_to_check(),
  completed: () => m.job_complete(),
  delivered: () => m.job_deliver(),
  cancelled: () => m.job_cancel_job(),
};

export interface OtherMove {
  readonly to: JobStatusValue;
  readonly label: string;
}

/** Every other move the table allows this person, in its order; delivery is possible from any open status. */
export function otherMoves(status: JobStatusValue, role: 'owner' | 'manager'): readonly OtherMove[] {
  const usual = onwards[status]?.to ?? (status === 'completed' ? 'delivered' : undefined);
  const allowed = new Set(nextMoves(status, role));
  if (canDeliver(status)) allowed.add('delivered');
  const isOver = status === 'delivered' || status === 'cancelled';
  return [...allowed]
    .filter((to) => to !== usual)
    .toSorted((a, b) => Number(a === 'cancelled') - Number(b === 'cancelled'))
    .map((to) => ({ to, label: isOver ? m.job_reopen() : moveWords[to]() }));
}
