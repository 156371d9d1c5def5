import { dayBook } from '../queries/day-book.ts';
import { handOver, handOvers, type HandOversFilter } from '../queries/hand-overs.ts';
import { payment, payments, type PaymentsFilter } from '../queries/payments.ts';
import { cash } from '../queries/people.ts';
import type { CashView, DayBookView, HandOverView, Live, PaymentView } from '../views.ts';
import { useLive } from './use-live.ts';

const paymentTopics = [
  'payment',
  'paymentDecision',
  'paymentCancellation',
  'paymentProof',
  'job',
  'member',
  'device',
  'tray',
];

/** Payments in some states, newest first. */
export const usePayments = (filter: PaymentsFilter): Live<{ items: PaymentView[]; more: boolean }> =>
  useLive({
    key: `payments ${filter.states.join()} ${filter.collectedBy ?? 'all'} ${filter.limit}`,
    topics: paymentTopics,
    read:
      ({ session }) =>
      (tx) =>
        payments(tx, filter, session),
    keepsLast: true,
  });

/** One payment with what follows it. */
export const usePayment = (id: string): Live<PaymentView | undefined> =>
  useLive({
    key: `payment ${id}`,
    topics: [id, 'job', 'member', 'device', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        payment(tx, id, session),
  });

/** The cash in a person's hand. */
export const useCash = (userId: string): Live<CashView> =>
  useLive({ key: `cash ${userId}`, topics: ['rollups'], read: () => (tx) => cash(tx, userId) });

/** Hand-overs, newest first. */
export const useHandOvers = (filter: HandOversFilter): Live<HandOverView[]> =>
  useLive({
    key: `handOvers ${filter.state ?? 'all'} ${filter.person ?? 'anyone'} ${filter.limit}`,
    topics: ['settlement', 'settlementDecision', 'settlementReceipt', 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        handOvers(tx, filter, session),
    keepsLast: true,
  });

/** One hand-over with what was said of it; undefined when it is not on this phone. */
export const useHandOver = (id: string): Live<HandOverView | undefined> =>
  useLive({
    key: `handOver ${id}`,
    topics: [id, 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        handOver(tx, id, session),
  });

/** The money of one workshop day. */
export const useDayBook = (day: string): Live<DayBookView> =>
  useLive({
    key: `dayBook ${day}`,
    topics: ['rollups', 'member', 'device'],
    read:
      ({ session }) =>
      (tx) =>
        dayBook(tx, day, session),
    keepsLast: true,
  });
