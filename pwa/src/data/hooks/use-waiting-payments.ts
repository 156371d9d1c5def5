import { reading } from '../database/open.ts';
import { paymentsById, waitingPayments, type WaitingPayments } from '../queries/waiting-payments.ts';
import type { Live, PaymentView } from '../views.ts';
import { useCurrentDevice, useLive } from './use-live.ts';

/** What waits for an owner's word, by id. */
export const useWaitingPayments = (): Live<WaitingPayments> =>
  useLive({
    key: 'waitingPayments',
    topics: ['payment', 'meta:firstSync'],
    read: () => waitingPayments,
  });

/** Reads some payments once, when somebody has to be told of them. */
export function useReadPayments(): (ids: readonly string[]) => Promise<PaymentView[]> {
  const device = useCurrentDevice();
  return async (ids) =>
    device === undefined ? [] : reading(device.db, (tx) => paymentsById(tx, ids, device.session));
}
