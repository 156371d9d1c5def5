import { formatMoney, parseMoney, type Money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';

/** A discount as it is typed. */
export interface DiscountValues {
  readonly amount: string;
  readonly reason: string;
}

export interface ReadDiscount {
  readonly amount: Money | undefined;
  readonly errors: { readonly amount?: string; readonly reason?: string };
}

/** What was typed, read; at most as much as is still to collect, because nobody lets off what nobody owes. */
export function readDiscount(values: DiscountValues, most: Money, formats: Formats): ReadDiscount {
  const amount = parseMoney(values.amount, formats.currency);
  const reason = values.reason.trim() === '' ? { reason: problemWord({ code: 'reason_needed' }) } : {};
  if (!amount.ok || amount.value <= 0)
    return { amount: undefined, errors: { amount: m.waivers_amount_wrong(), ...reason } };
  if (amount.value > most)
    return {
      amount: undefined,
      errors: { amount: m.waivers_amount_more({ amount: formatMoney(most, formats) }), ...reason },
    };
  return { amount: amount.value, errors: reason };
}
