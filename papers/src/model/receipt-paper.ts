import { money, moneyInWords } from '@revops/domain';
import { amountText } from '#src/format/amount-text.ts';
import { momentText } from '#src/format/date-text.ts';
import { paperFormat } from '#src/format/paper-format.ts';
import { words } from '#src/words/en.ts';
import { paperLedger } from './paper-ledger.ts';
import { customerParty, paperBase } from './paper-parties.ts';
import type { Paper } from './paper.ts';
import type { PaperPayment, PaperSource } from './paper-source.ts';
import { methodText } from './payment-lines.ts';

const headings = {
  advance: words.advanceReceived,
  partial: words.amountReceived,
  final: words.amountReceived,
  refund: words.amountGivenBack,
} as const;

/** One payment, under its own number; a refund is one that went the other way. */
export function receiptPaper(source: PaperSource, payment: PaperPayment): Paper {
  const { job, workshop, madeAt } = source;
  const format = paperFormat(workshop);
  const isRefund = payment.kind === 'refund';
  const title = isRefund ? words.refund : words.receipt;
  const amount = money(payment.amount);
  return {
    ...paperBase(source, format),
    kind: 'receipt',
    title,
    number: payment.number ?? '',
    numberLine: payment.number ?? '',
    facts: [
      { label: words.date, value: momentText(payment.receivedAt, format) },
      { label: words.method, value: methodText(payment) },
      { label: words.job, value: job.number },
      ...(payment.collectorName === ''
        ? []
        : [{ label: isRefund ? words.givenBy : words.takenBy, value: payment.collectorName }]),
    ],
    customer: customerParty(source, isRefund ? words.givenBackTo : words.receivedFrom),
    headline: {
      label: headings[payment.kind],
      amount: amountText(amount, format),
      words: words.inWords(moneyInWords(amount, format.currency)),
      stamp: { state: payment.state, word: words.states[payment.state] },
    },
    sections: [],
    ledger: {
      ...paperLedger(source, format),
      heading: words.jobAsOf(job.number, momentText(madeAt, format)),
    },
    words: undefined,
    payments: [],
    signatures: [words.forWorkshop(workshop.name)],
    notes: payment.state === 'waiting' || source.received.waiting !== 0 ? [words.waitingMeans] : [],
    fileName: `${[title, payment.number?.replace(' · ', '-'), job.vehicleNumber].filter(Boolean).join(' ')}.pdf`,
  };
}
