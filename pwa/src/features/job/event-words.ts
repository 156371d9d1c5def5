import { formatMoney, jobStatusSchema, money, type JobEvent } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';

const fieldWords: Readonly<Record<string, () => string>> = {
  customerName: () => m.job_field_customer(),
  phone: () => m.job_field_phone(),
  carModel: () => m.job_field_model(),
  workDescription: () => m.job_field_work(),
  promisedAt: () => m.job_field_promise(),
  dueAt: () => m.job_field_due(),
  odometer: () => m.job_field_odometer(),
  address: () => m.job_field_address(),
  partsRequired: () => m.job_field_parts(),
  workerAssigned: () => m.job_field_worker(),
  internalNotes: () => m.job_field_notes(),
  assigned: () => m.job_field_assigned(),
};

/** A line of the timeline in words. */
export function eventWord(
  event: Pick<JobEvent, 'kind' | 'from' | 'to' | 'note' | 'fields'>,
  formats: Formats,
): string {
  switch (event.kind) {
    case 'opened':
      return m.job_event_opened();
    case 'moved':
      return movedWord(event);
    case 'amount':
      return amountWord(event, formats);
    case 'edited':
      return m.job_event_edited({ fields: fieldsWord(event.fields ?? []) });
    case 'note':
      return event.note ?? '';
    case 'assigned':
      return m.job_event_assigned();
    case 'reassigned':
      return m.job_event_reassigned();
  }
}

function movedWord({ from, to }: Pick<JobEvent, 'from' | 'to'>): string {
  const [before, after] = [from, to].map((status) => {
    const known = jobStatusSchema.safeParse(status);
    return known.success ? statusWord(known.data) : status;
  });
  if (before === undefined) return m.job_event_moved({ to: after ?? '' });
  return m.job_event_moved_from({ from: before, to: after ?? '' });
}

// Amounts stand in the timeline as digits of minor units; an unreadable one is shown as it is.
function amountText(text: string | undefined, formats: Formats): string | undefined {
  if (text === undefined || !/^-?\d{1,15}$/.test(text)) return text;
  return formatMoney(money(Number(text)), formats);
}

function amountWord(event: Pick<JobEvent, 'from' | 'to' | 'fields'>, formats: Formats): string {
  const field = event.fields?.includes('billedAmount') ? m.job_card_billed() : m.job_card_estimate();
  const from = amountText(event.from, formats);
  const to = amountText(event.to, formats);
  if (to === undefined) return m.job_event_amount_removed({ field, from: from ?? '' });
  if (from === undefined) return m.job_event_amount_set({ field, to });
  return m.job_event_amount_changed({ field, from, to });
}

function fieldsWord(fields: readonly string[]): string {
  return [...new Set(fields.map((field) => (fieldWords[field] ?? m.job_field_other)()))].join(', ');
}
