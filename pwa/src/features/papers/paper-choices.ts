import { formatMoney, isFinished } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { JobDetail, PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import type { PaperChoice } from './paper-request.ts';

interface Choice {
  readonly value: PaperChoice;
  readonly label: string;
}

/** A receipt is given for money that counts. */
export const hasReceipt = ({ state, mark }: PaymentView): boolean =>
  mark !== 'refused' && (state === 'waiting' || state === 'confirmed');

/** As on the paper itself: before the work is over an amount that nobody billed is an estimate. */
export const isEstimate = (job: JobDetail): boolean =>
  job.document.billedAmount === undefined && !isFinished(job.status);

/** The papers that this job has, receipts newest first as the slips are. */
export function paperChoices(job: JobDetail, formats: Formats): readonly Choice[] {
  return [
    { value: 'card', label: m.papers_card() },
    { value: 'bill', label: isEstimate(job) ? m.papers_estimate() : m.papers_bill() },
    ...job.payments.filter(hasReceipt).map(({ id, kind, amount }): Choice => {
      const said = { amount: formatMoney(amount, formats) };
      return {
        value: id as PaperChoice,
        label: kind === 'refund' ? m.papers_refund_of(said) : m.papers_receipt_of(said),
      };
    }),
  ];
}
