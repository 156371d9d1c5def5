import { formatMoney, jobStatusSchema, money, type JobEvent } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { fieldsWord } from '#src/words/field-words.ts';
import { statusWord } from '#src/words/status-words.ts';

/** The people whose desks an event names. */
export interface EventDesks {
  readonly fromName?: string | undefined;
  readonly toName?: string | undefined;
}

/** A line of the timeline in words. */
export function eventWord(
  event: Pick<JobEvent, 'kind' | 'from' | 'to' | 'note' | 'fields'>,
  formats: Formats,
  desks: EventDesks = {},
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
      return reassignedWord(desks);
  }
}

function reassignedWord({ fromName = '', toName = '' }: EventDesks): string {
  if (toName === '') return m.job_event_reassigned();
  return fromName === ''
    ? m.job_event_reassigned_to({ to: toName })
    : m.job_event_reassigned_from({ from: fromName, to: toName });
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
