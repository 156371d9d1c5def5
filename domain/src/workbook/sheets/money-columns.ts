import type { Payment } from '#src/documents/payment.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { countedAt, signedAmount } from '#src/ledger/payment-contribution.ts';
import type { Column } from '../column.ts';
import { stateWords } from './state-words.ts';

export interface PaymentRow {
  readonly payment: Payment;
  readonly state: string;
  readonly jobNumber: string | undefined;
  readonly collector: string;
  readonly utr: string | undefined;
}

export interface HandOverRow {
  readonly handOver: Settlement;
  readonly state: string;
  readonly from: string;
  readonly to: string;
}

const kinds = { advance: 'Advance', partial: 'Part', final: 'Final', refund: 'Refund' } as const;
const methods = { cash: 'Cash', upi: 'UPI', card: 'Card', bank: 'Bank', cheque: 'Cheque' } as const;

const counts = ({ state }: PaymentRow): boolean => state === 'waiting' || state === 'confirmed';

export const paymentColumns: readonly Column<PaymentRow>[] = [
  { title: 'Received', width: 17, kind: 'instant', of: ({ payment }) => countedAt(payment) },
  { title: 'Job', width: 12, kind: 'text', of: ({ jobNumber }) => jobNumber },
  { title: 'Collected by', width: 18, kind: 'text', of: ({ collector }) => collector },
  { title: 'Kind', width: 10, kind: 'text', of: ({ payment }) => kinds[payment.kind] },
  { title: 'Method', width: 10, kind: 'text', of: ({ payment }) => methods[payment.method] },
  { title: 'State', width: 12, kind: 'text', of: ({ state }) => stateWords[state] },
  { title: 'Amount', width: 13, kind: 'money', of: ({ payment }) => signedAmount(payment) },
  // What adds up to the totals: a rejected, cancelled or clashing payment is listed and counts nothing.
  { title: 'Counted', width: 13, kind: 'money', of: (row) => (counts(row) ? signedAmount(row.payment) : 0) },
  { title: 'Bank reference', width: 18, kind: 'text', of: ({ utr }) => utr },
  { title: 'Note', width: 30, kind: 'text', of: ({ payment }) => payment.note },
];

export const handOverColumns: readonly Column<HandOverRow>[] = [
  {
    title: 'Handed over',
    width: 17,
    kind: 'instant',
    of: ({ handOver }) => handOver.at ?? handOver.createdAt,
  },
  { title: 'From', width: 18, kind: 'text', of: ({ from }) => from },
  { title: 'To', width: 18, kind: 'text', of: ({ to }) => to },
  { title: 'State', width: 12, kind: 'text', of: ({ state }) => stateWords[state] },
  { title: 'Amount', width: 13, kind: 'money', of: ({ handOver }) => handOver.amount },
  { title: 'Payments', width: 10, kind: 'count', of: ({ handOver }) => handOver.payments.length },
  { title: 'Note', width: 30, kind: 'text', of: ({ handOver }) => handOver.note },
];
