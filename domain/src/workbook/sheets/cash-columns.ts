import type { DayClose } from '#src/documents/day-close.ts';
import type { Deposit } from '#src/documents/deposit.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import type { Column } from '../column.ts';
import { stateWords } from './state-words.ts';

export interface DiscountRow {
  readonly discount: Waiver;
  readonly state: string;
  readonly jobNumber: string | undefined;
  readonly giver: string;
}

export interface DepositRow {
  readonly deposit: Deposit;
  readonly state: string;
  readonly person: string;
}

export interface CloseRow {
  readonly close: DayClose;
  readonly person: string;
}

const timeOf = ({
  at,
  createdAt,
}: {
  readonly at?: string | undefined;
  readonly createdAt: string;
}): string => at ?? createdAt;

export const discountColumns: readonly Column<DiscountRow>[] = [
  { title: 'Given', width: 17, kind: 'instant', of: ({ discount }) => timeOf(discount) },
  { title: 'Job', width: 12, kind: 'text', of: ({ jobNumber }) => jobNumber },
  { title: 'Given by', width: 18, kind: 'text', of: ({ giver }) => giver },
  { title: 'State', width: 12, kind: 'text', of: ({ state }) => stateWords[state] },
  { title: 'Amount', width: 13, kind: 'money', of: ({ discount }) => discount.amount },
  // What is taken off the bills: one that waits or was rejected is listed and counts nothing.
  {
    title: 'Counted',
    width: 13,
    kind: 'money',
    of: ({ discount, state }) => (state === 'confirmed' ? discount.amount : 0),
  },
  { title: 'Reason', width: 30, kind: 'text', of: ({ discount }) => discount.reason },
];

export const depositColumns: readonly Column<DepositRow>[] = [
  { title: 'Brought', width: 17, kind: 'instant', of: ({ deposit }) => timeOf(deposit) },
  { title: 'Person', width: 18, kind: 'text', of: ({ person }) => person },
  { title: 'State', width: 12, kind: 'text', of: ({ state }) => stateWords[state] },
  { title: 'Amount', width: 13, kind: 'money', of: ({ deposit }) => deposit.amount },
  { title: 'Bank', width: 24, kind: 'text', of: ({ deposit }) => deposit.bank },
  { title: 'Slip', width: 18, kind: 'text', of: ({ deposit }) => deposit.reference },
  { title: 'Note', width: 30, kind: 'text', of: ({ deposit }) => deposit.note },
];

export const closeColumns: readonly Column<CloseRow>[] = [
  { title: 'Counted at', width: 17, kind: 'instant', of: ({ close }) => timeOf(close) },
  { title: 'Day', width: 12, kind: 'text', of: ({ close }) => close.day },
  { title: 'Person', width: 18, kind: 'text', of: ({ person }) => person },
  { title: 'Expected', width: 13, kind: 'money', of: ({ close }) => close.expected },
  { title: 'Counted', width: 13, kind: 'money', of: ({ close }) => close.counted },
  { title: 'Difference', width: 13, kind: 'money', of: ({ close }) => close.counted - close.expected },
  { title: 'Reason', width: 30, kind: 'text', of: ({ close }) => close.reason },
  { title: 'Counted anew', width: 13, kind: 'text', of: ({ close }) => (close.corrects ? 'Yes' : undefined) },
];
