import {
  money,
  paymentMethodSchema,
  signedAmount,
  type PaymentMethod,
  type PaymentRow,
} from '@revops/domain';
import type { DayBookRow, TotalView } from '#src/data/views.ts';

const none: TotalView = { amount: money(0), count: 0, unsentAmount: money(0), unsentCount: 0 };

function totalOf(payments: readonly PaymentRow[], state: string): TotalView {
  const own = payments.filter((row) => row.state === state);
  const amount = money(own.reduce((sum, { payment }) => sum + signedAmount(payment), 0));
  return { ...none, amount, count: own.length };
}

const rowOf = (method: PaymentMethod, payments: readonly PaymentRow[]): DayBookRow => ({
  method,
  confirmed: totalOf(payments, 'confirmed'),
  waiting: totalOf(payments, 'waiting'),
  rejected: totalOf(payments, 'rejected'),
  clash: totalOf(payments, 'clash'),
});

/** The money of one desk's day; of the whole workshop the running totals know it. */
export function dayMoney(payments: readonly PaymentRow[]): {
  readonly rows: readonly DayBookRow[];
  readonly total: DayBookRow;
} {
  const rows = paymentMethodSchema.options.map((method) =>
    rowOf(
      method,
      payments.filter(({ payment }) => payment.method === method),
    ),
  );
  return { rows, total: rowOf('cash', payments) };
}
