import type {
  AnyDocument,
  DayClose,
  Deposit,
  Money,
  PaymentMethod,
  StatementDay,
  CashMove,
} from '@revops/domain';
import type { Mark, PaymentView, TotalView } from './views.ts';

/** Cash brought to the bank. */
export interface DepositView {
  readonly id: string;
  readonly document: Deposit;
  readonly decisions: readonly AnyDocument[];
  readonly personName: string;
  /** Who wrote it down, where that was somebody else. */
  readonly writerName: string;
  readonly amount: Money;
  readonly state: 'waiting' | 'confirmed' | 'rejected';
  readonly reason?: string;
  readonly createdAt: string;
  readonly mark: Mark;
}

/** A day's cash as it was counted. */
export interface DayCloseView {
  readonly id: string;
  readonly document: DayClose;
  readonly personName: string;
  readonly writerName: string;
  readonly createdAt: string;
  readonly mark: Mark;
}

/** What was agreed face to face and has not come over the network yet. */
export interface AgreedAheadView {
  readonly id: string;
  readonly settlementId: string;
  readonly fromName: string;
  readonly amount: Money;
  readonly agreedAt: string;
  readonly mark: Mark;
}

/** The payments that a hand-over names. */
export interface CoverView {
  readonly payments: readonly PaymentView[];
  /** Named, and not on this phone yet. */
  readonly notHere: number;
  /** Of those that are here. */
  readonly sum: Money;
  readonly waiting: number;
}

/** A line of a cash statement: what happened, and by how much it changed what is in the hand. */
export interface CashLine extends CashMove {
  readonly id: string;
  readonly kind: 'payment' | 'refund' | 'given' | 'received' | 'deposit' | 'close';
  /** What stands on the entry, whether it counts or not; of a close the counted cash. */
  readonly amount: Money;
  readonly state: 'waiting' | 'confirmed' | 'rejected' | 'cancelled' | 'clash' | 'closed';
  readonly method?: PaymentMethod;
  /** The other person of a hand-over. */
  readonly otherName?: string;
  readonly plate?: string;
  readonly jobId?: string;
  /** Of a close: counted less expected. */
  readonly difference?: Money;
  readonly reason?: string;
  readonly mark: Mark;
}

/** What some days come to: what was in the hand before them, what came and went, and what was there after them. */
export interface StatementSums {
  readonly opening: number;
  readonly came: number;
  readonly went: number;
  readonly closing: number;
}

export interface StatementView {
  readonly inHand: TotalView;
  /** Where days were chosen. */
  readonly sums?: StatementSums;
  readonly days: readonly StatementDay<CashLine>[];
  readonly more: boolean;
}
