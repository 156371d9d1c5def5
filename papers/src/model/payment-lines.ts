import { money, signedAmount } from '@revops/domain';
import { amountText } from '#src/format/amount-text.ts';
import { dayText } from '#src/format/date-text.ts';
import type { PaperFormat } from '#src/format/paper-format.ts';
import { words } from '#src/words/en.ts';
import type { PaymentLine, Tone } from './paper.ts';
import type { PaperPayment, PaperSource } from './paper-source.ts';

const tones = { waiting: 'waiting', confirmed: 'received' } satisfies Record<string, Tone>;

/** How money came, with the bank's reference where one is known. */
export function methodText({ method, utr }: PaperPayment): string {
  return [words.methods[method], utr === undefined ? '' : words.utr(utr)].filter(Boolean).join(' · ');
}

/** The payments that the ledger counts; struck ones and clashes are the workshop's own business, not the customer's. */
export function paymentLines({ payments }: PaperSource, format: PaperFormat): PaymentLine[] {
  return payments.flatMap((payment) => {
    if (payment.state !== 'waiting' && payment.state !== 'confirmed') return [];
    const kind = payment.kind === 'refund' ? words.refund : payment.kind === 'advance' ? words.advance : '';
    return [
      {
        number: payment.number ?? '',
        title: [dayText(payment.receivedAt, format), kind, methodText(payment)].filter(Boolean).join(' · '),
        state: words.states[payment.state],
        tone: tones[payment.state],
        amount: amountText(
          money(signedAmount({ amount: money(payment.amount), kind: payment.kind })),
          format,
        ),
      },
    ];
  });
}
