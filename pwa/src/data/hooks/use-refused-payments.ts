import { refusedPayments, type RefusedPayment } from '../queries/refused-money.ts';
import { useTray } from './use-sync.ts';

/** Money of this phone that was not accepted; all of it, or of one job. */
export function useRefusedPayments(jobId?: string): readonly RefusedPayment[] {
  const tray = useTray();
  const all = tray.status === 'ready' ? refusedPayments(tray.value) : [];
  return jobId === undefined ? all : all.filter(({ payment }) => payment.jobId === jobId);
}
