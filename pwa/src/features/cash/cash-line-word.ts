import { formatMoney, formatPlate, money, type MoneyFormat } from '@revops/domain';
import type { CashLine } from '#src/data/cash-views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What a line of a cash statement tells, in words. */
export function cashLineWord(line: CashLine, formats: MoneyFormat): string {
  // A plate is read as one word.
  const plate = line.plate === undefined ? '' : formatPlate(line.plate).replaceAll(' ', '\u00A0');
  const name = line.otherName === undefined || line.otherName === '' ? m.work_somebody() : line.otherName;
  switch (line.kind) {
    case 'payment':
      return plate === '' ? m.cash_line_payment_plain() : m.cash_line_payment({ plate });
    case 'refund':
      return plate === '' ? m.cash_line_refund_plain() : m.cash_line_refund({ plate });
    case 'given':
      return m.cash_line_given({ name });
    case 'received':
      return m.cash_line_received({ name });
    case 'deposit':
      return m.cash_line_deposit();
    case 'close':
      return closeWord(line, formats);
  }
}

function closeWord({ amount, difference = money(0) }: CashLine, formats: MoneyFormat): string {
  const counted = formatMoney(amount, formats);
  if (difference === 0) return m.cash_line_close_exact({ counted });
  const by = formatMoney(money(Math.abs(difference)), formats);
  return difference < 0
    ? m.cash_line_close_short({ counted, amount: by })
    : m.cash_line_close_over({ counted, amount: by });
}
