import { formatMoney, money, type AlarmKind } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { AlarmView } from '#src/data/alarm-view.ts';
import { m } from '#src/words/compiled/messages.js';
import { fieldsWord } from '#src/words/field-words.ts';
import { methodInSentence } from '#src/words/method-words.ts';

const kinds: Readonly<Record<AlarmKind, () => string>> = {
  bill_fell: () => m.alarms_kind_bill_fell(),
  cancelled_paid: () => m.alarms_kind_cancelled_paid(),
  edited_after: () => m.alarms_kind_edited_after(),
  rejected: () => m.alarms_kind_rejected(),
  rejected_cash: () => m.alarms_kind_rejected_cash(),
  clash: () => m.alarms_kind_clash(),
  clash_confirmed: () => m.alarms_kind_clash_confirmed(),
  refund: () => m.alarms_kind_refund(),
  no_utr: () => m.alarms_kind_no_utr(),
  missing: () => m.alarms_kind_missing(),
  discounts: () => m.alarms_kind_discounts(),
};

/** A kind of alarm, for choosing among them. */
export const alarmKindWord = (kind: AlarmKind): string => kinds[kind]();

/** `9.4 %`, as the workshop's language writes it. */
const shareWord = (perMille: number, { locale }: Formats): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(perMille / 1000);

function discountsWord({ shares }: AlarmView, amount: string, formats: Formats): string {
  const share = shareWord(shares?.own ?? 0, formats);
  const usual = shareWord(shares?.usual ?? 0, formats);
  return shares?.usualIs === 'before'
    ? m.alarms_discounts_before({ amount, share, usual })
    : m.alarms_discounts({ amount, share, usual });
}

/** What an alarm says, in one sentence. */
export function alarmWord(alarm: AlarmView, formats: Formats): string {
  const written = (value = 0): string => formatMoney(money(value), formats);
  const amount = written(alarm.amount);
  const method = alarm.method === undefined ? '' : methodInSentence(alarm.method);
  switch (alarm.kind) {
    case 'bill_fell':
      return m.alarms_bill_fell({ from: written(alarm.from), to: written(alarm.to), amount });
    case 'cancelled_paid':
      return m.alarms_cancelled_paid({ amount });
    case 'edited_after':
      return m.alarms_edited_after({ fields: fieldsWord(alarm.fields ?? []) });
    case 'rejected':
      return m.alarms_rejected({ amount, method });
    case 'rejected_cash':
      return m.alarms_rejected_cash({ amount });
    case 'clash':
      return m.alarms_clash({ amount });
    case 'clash_confirmed':
      return m.alarms_clash_confirmed({ amount });
    case 'refund':
      return m.alarms_refund({ amount, method });
    case 'no_utr':
      return m.alarms_no_utr({ amount });
    case 'missing':
      return m.alarms_missing({ count: alarm.to ?? 0 });
    case 'discounts':
      return discountsWord(alarm, amount, formats);
  }
}
