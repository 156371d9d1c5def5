import type { JobStatusValue, PhotoKind } from '@revops/domain';

/** What a picture taken now most likely shows: nothing is done yet, the work, or what became of it. */
export function usualKind(status: JobStatusValue): PhotoKind {
  switch (status) {
    case 'pending':
    case 'cancelled':
      return 'before';
    case 'in_progress':
    case 'waiting_for_parts':
    case 'quality_check':
      return 'during';
    case 'completed':
    case 'delivered':
      return 'after';
  }
}
