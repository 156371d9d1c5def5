import { money, moneyInWords } from '@revops/domain';
import { dayText, momentText } from '#src/format/date-text.ts';
import { paperFormat } from '#src/format/paper-format.ts';
import { words } from '#src/words/en.ts';
import { jobAmount } from './job-amount.ts';
import { jobSections } from './job-sections.ts';
import { paperLedger } from './paper-ledger.ts';
import { customerParty, paperBase } from './paper-parties.ts';
import type { Fact, Paper } from './paper.ts';
import type { PaperSource } from './paper-source.ts';
import { paymentLines } from './payment-lines.ts';

/**
 * What a customer owes and has paid. It is no tax invoice and carries nothing that would make it look like one: no
 * number of its own, no rates, no place of supply.
 */
export function billPaper(source: PaperSource): Paper {
  const { job, workshop, madeAt } = source;
  const format = paperFormat(workshop);
  const { label, amount } = jobAmount(job);
  const payments = paymentLines(source, format);
  const day = (name: string, instant: string | undefined): Fact[] =>
    instant === undefined ? [] : [{ label: name, value: dayText(instant, format) }];
  return {
    ...paperBase(source, format),
    kind: 'bill',
    title: label,
    number: job.number,
    // A bill of this kind has no series of its own: its number says whose it is.
    numberLine: words.jobNumber(job.number),
    facts: [
      ...day(words.cameIn, job.at ?? job.createdAt),
      ...day(words.completed, job.status.completedAt),
      ...day(words.delivered, job.status.deliveredAt),
      ...day(words.due, job.dueAt),
      { label: words.printed, value: momentText(madeAt, format) },
    ],
    customer: customerParty(source, words.customer),
    headline: undefined,
    sections: jobSections(job),
    ledger: paperLedger(source, format),
    words:
      amount === undefined || amount === 0
        ? undefined
        : {
            label: words.billLabel(label),
            value: words.inWords(moneyInWords(money(amount), format.currency)),
          },
    payments,
    signatures: [words.customerSignature, words.forWorkshop(workshop.name)],
    notes: [
      ...(payments.some(({ tone }) => tone === 'waiting') ? [words.waitingMeans] : []),
      words.notTaxInvoice,
    ],
    fileName: `${label} ${job.number} ${job.vehicleNumber}.pdf`,
  };
}
