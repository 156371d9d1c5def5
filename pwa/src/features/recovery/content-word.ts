import type { RecoveryOffer } from '#src/data/server/recovery.ts';
import { m } from '#src/words/compiled/messages.js';

/** `3 jobs · 5 payments · 6 other entries`; what there is none of is not said. */
export function contentWord({ counts, documents }: Pick<RecoveryOffer, 'counts' | 'documents'>): string {
  const { job: jobs = 0, payment: payments = 0 } = counts;
  const others = documents - jobs - payments;
  return [
    jobs > 0 && m.recovery_jobs({ count: jobs }),
    payments > 0 && m.recovery_payments({ count: payments }),
    others > 0 && m.recovery_others({ count: others }),
  ]
    .filter((part) => part !== false)
    .join(' · ');
}
