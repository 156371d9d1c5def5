import { momentText } from '#src/format/date-text.ts';
import { paperFormat } from '#src/format/paper-format.ts';
import { words } from '#src/words/en.ts';
import { jobSections } from './job-sections.ts';
import { paperLedger } from './paper-ledger.ts';
import { customerParty, paperBase } from './paper-parties.ts';
import type { Fact, Paper } from './paper.ts';
import type { PaperSource } from './paper-source.ts';

/** What the car came in for and what was agreed; goes with the car and home with the customer. */
export function jobCardPaper(source: PaperSource): Paper {
  const { job, workshop, madeAt } = source;
  const format = paperFormat(workshop);
  const moment = (label: string, instant: string | undefined): Fact[] =>
    instant === undefined ? [] : [{ label, value: momentText(instant, format) }];
  return {
    ...paperBase(source, format),
    kind: 'jobCard',
    title: words.jobCard,
    number: job.number,
    numberLine: job.number,
    facts: [
      ...moment(words.cameIn, job.at ?? job.createdAt),
      ...moment(words.promised, job.promisedAt),
      ...(job.workerAssigned === undefined ? [] : [{ label: words.worker, value: job.workerAssigned }]),
      ...moment(words.printed, madeAt),
    ],
    customer: customerParty(source, words.customer),
    headline: undefined,
    sections: jobSections(job),
    ledger: paperLedger(source, format),
    words: undefined,
    payments: [],
    signatures: [words.customerSignature, words.forWorkshop(workshop.name)],
    notes: source.received.waiting === 0 ? [] : [words.waitingMeans],
    fileName: `${words.jobCard} ${job.number} ${job.vehicleNumber}.pdf`,
  };
}
