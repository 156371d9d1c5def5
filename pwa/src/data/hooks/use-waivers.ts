import type { CashSoFar } from '@revops/domain';
import { cashSoFar } from '../queries/cash-so-far.ts';
import { waivers, type WaiversFilter } from '../queries/waivers.ts';
import type { Live, WaiverView } from '../views.ts';
import { useLive } from './use-live.ts';

/** Discounts and write-offs in a state, newest first. */
export const useWaivers = (filter: WaiversFilter): Live<WaiverView[]> =>
  useLive({
    key: `waivers ${filter.state} ${filter.person ?? 'all'} ${filter.limit}`,
    topics: ['waiver', 'waiverDecision', 'job', 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        waivers(tx, filter, session),
    keepsLast: true,
  });

/** Cash that came in for a job, and on this day from the same person. */
export const useCashSoFar = (jobId: string, today: string, timeZone: string): Live<CashSoFar> =>
  useLive({
    key: `cashSoFar ${jobId} ${today} ${timeZone}`,
    topics: [jobId, 'payment', 'paymentDecision', 'paymentCancellation'],
    read: () => (tx) => cashSoFar(tx, jobId, today, timeZone),
    keepsLast: true,
  });
