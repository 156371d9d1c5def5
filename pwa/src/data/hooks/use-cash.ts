import type { AgreedAheadView, CoverView, DayCloseView, DepositView, StatementView } from '../cash-views.ts';
import { agreedAhead, dayCloses, deposits, type CashFilter } from '../queries/cash-entries.ts';
import { cashStatementPage, type StatementFilter } from '../queries/cash-statement.ts';
import { handOverCover } from '../queries/hand-over-cover.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';
import { useSession } from './use-session.ts';

/** Deposits, newest first. */
export const useDeposits = (
  filter: CashFilter & { readonly state?: DepositView['state'] },
): Live<DepositView[]> =>
  useLive({
    key: `deposits ${filter.state ?? 'all'} ${filter.person ?? 'anyone'} ${filter.limit}`,
    topics: ['deposit', 'depositDecision', 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        deposits(tx, filter, session),
    keepsLast: true,
  });

/** Closes of days, newest first. */
export const useDayCloses = (filter: CashFilter): Live<DayCloseView[]> =>
  useLive({
    key: `dayCloses ${filter.person ?? 'anyone'} ${filter.limit}`,
    topics: ['dayClose', 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        dayCloses(tx, filter, session),
    keepsLast: true,
  });

/** What the person in front of the screen agreed to and what has not come over the network. */
export function useAgreedAhead(): Live<AgreedAheadView[]> {
  const { userId } = useSession();
  return useLive({
    key: `agreedAhead ${userId}`,
    topics: ['settlement', 'settlementReceipt', 'member', 'tray'],
    read:
      ({ session }) =>
      (tx) =>
        agreedAhead(tx, userId, session),
  });
}

/** The payments that a hand-over names; undefined when the hand-over is not here. */
export const useHandOverCover = (id: string): Live<CoverView | undefined> =>
  useLive({
    key: `cover ${id}`,
    topics: [id, 'payment', 'paymentDecision', 'paymentCancellation', 'job', 'member', 'device'],
    read:
      ({ session }) =>
      (tx) =>
        handOverCover(tx, id, session),
  });

/** A person's cash, the newest lines first: all of it, or of some days. */
export const useStatement = (filter: StatementFilter): Live<StatementView> =>
  useLive({
    key: `statement ${filter.person} ${filter.timeZone} ${filter.limit} ${filter.from ?? ''} ${filter.to ?? ''}`,
    topics: ['rollups', 'payment', 'settlement', 'deposit', 'dayClose', 'member'],
    read:
      ({ session }) =>
      (tx) =>
        cashStatementPage(tx, filter, session),
    keepsLast: true,
  });
