import { formatMoney, formatPlate } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { isEstimate } from './paper-choices.ts';
import type { PaperChoice } from './paper-request.ts';

/** What goes beside a paper, or instead of it, as a message: whose car, which job, how much. */
export function paperMessage(
  job: JobDetail,
  choice: PaperChoice,
  workshop: string,
  formats: Formats,
): string {
  const said = { workshop, plate: formatPlate(job.plate), number: job.number };
  const payment = job.payments.find(({ id }) => id === choice);
  if (payment !== undefined) {
    const paid = { ...said, amount: formatMoney(payment.amount, formats) };
    return payment.kind === 'refund' ? m.papers_message_refund(paid) : m.papers_message_receipt(paid);
  }
  if (choice === 'card' || job.billed === undefined) return m.papers_message_card(said);
  const billed = { ...said, amount: formatMoney(job.billed, formats) };
  if (isEstimate(job)) return m.papers_message_estimate(billed);
  if (job.balance <= 0) return m.papers_message_bill_paid(billed);
  return m.papers_message_bill({ ...billed, due: formatMoney(job.balance, formats) });
}
