import { bareId } from '@revops/domain';
import type { TrayItem } from '#src/data/views.ts';

/** Where it is put right; nowhere, for a job that has left this phone and for what has no screen of its own. */
export function placeOf({ document, jobId }: Pick<TrayItem, 'document' | 'jobId'>): string | undefined {
  if (jobId !== undefined) return `/jobs/${bareId(jobId)}`;
  if (document.type === 'settlement') return '/money';
  if (['settlementDecision', 'settlementReceipt', 'depositDecision'].includes(document.type))
    return '/hand-overs';
  if (['deposit', 'dayClose'].includes(document.type)) return '/money';
  if (document.type === 'workshop') return '/more/workshop';
  return undefined;
}
