import type { JobStatusValue } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<JobStatusValue, () => string>> = {
  pending: () => m.work_status_pending(),
  in_progress: () => m.work_status_in_progress(),
  waiting_for_parts: () => m.work_status_waiting_for_parts(),
  quality_check: () => m.work_status_quality_check(),
  completed: () => m.work_status_completed(),
  delivered: () => m.work_status_delivered(),
  cancelled: () => m.work_status_cancelled(),
};

/** Where a job stands, as people say it. */
export const statusWord = (status: JobStatusValue): string => words[status]();

const shortWords: Readonly<Record<JobStatusValue, () => string>> = {
  pending: () => m.work_short_pending(),
  in_progress: () => m.work_short_in_progress(),
  waiting_for_parts: () => m.work_short_waiting_for_parts(),
  quality_check: () => m.work_short_quality_check(),
  completed: () => m.work_short_completed(),
  delivered: () => m.work_short_delivered(),
  cancelled: () => m.work_short_cancelled(),
};

/** The same for the end of a row, where every letter counts: `by 5 pm · parts`. */
export const shortStatusWord = (status: JobStatusValue): string => shortWords[status]();
