import { formatMoney, formatPlate, upiLink, upiTransactionRef, type Workshop } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import { isOwed } from '#src/data/queries/customer-jobs.ts';
import type { JobView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** What a customer owes for. */
export const owedJobs = (file: Pick<CustomerFile, 'past' | 'open'>): JobView[] =>
  [...file.past, ...file.open].filter(isOwed);

/** What the customer reads: how much, for which cars, and where there is a UPI id, how to pay it at once. */
export function reminderText(
  file: Pick<CustomerFile, 'name' | 'due' | 'past' | 'open'>,
  workshop: Pick<Workshop, 'name' | 'upi'>,
  formats: Formats,
): string {
  const owing = owedJobs(file);
  const plates = [...new Set(owing.map((job) => formatPlate(job.plate)))].join(', ');
  const said = { workshop: workshop.name, amount: formatMoney(file.due, formats), plates };
  const text =
    file.name === undefined
      ? m.customers_reminder_plain(said)
      : m.customers_reminder({ ...said, name: file.name });
  const [job] = owing;
  if (workshop.upi === undefined || job === undefined || file.due <= 0) return text;
  const link = upiLink({ ...workshop.upi, amount: file.due, tr: upiTransactionRef(job.id), note: plates });
  return `${text}\n${m.customers_reminder_upi({ link })}`;
}
