import { formatMoney, formatPlate, signedAmount, sumMoney } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence, paymentWord } from '#src/words/method-words.ts';

/** New waiting payments in words: `₹4,500 UPI from Imran for MH 12 AB 1234`, or how many and how much. */
export function arrivalWords(payments: readonly PaymentView[], formats: Formats): string {
  const [only, ...others] = payments;
  if (only === undefined) return '';
  if (others.length > 0) {
    const amount = formatMoney(sumMoney(payments.map(signedAmount)), formats);
    return m.live_many({ count: payments.length, amount });
  }
  const said = {
    amount: formatMoney(only.amount, formats),
    method: only.kind === 'refund' ? paymentWord(only) : methodInSentence(only.method),
    name: only.collectorName === '' ? m.work_somebody() : only.collectorName,
  };
  return only.plate === undefined
    ? m.live_one_plain(said)
    : m.live_one({ ...said, plate: formatPlate(only.plate) });
}
