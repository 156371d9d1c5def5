import { formatMoney, formatPhone, formatPlate, jobStatusSchema, money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from './status-words.ts';
import { momentWord } from './time-words.ts';

export interface ValueHabits {
  readonly formats: Formats;
  readonly now: string;
  readonly personName: (id: string) => string;
}

const amountFields: ReadonlySet<string> = new Set([
  'amount',
  'estimatedAmount',
  'billedAmount',
  'waiverLimit',
  'limit',
  'counted',
  'expected',
]);
const personFields: ReadonlySet<string> = new Set([
  'desk',
  'collectedBy',
  'from',
  'to',
  'person',
  'assigned',
]);
// Whoever needs the rest of a long text opens the document itself.
const longest = 200;

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

function statusIn(value: unknown): string | undefined {
  const inside = typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
  const known = jobStatusSchema.safeParse(inside);
  return known.success ? statusWord(known.data) : undefined;
}

function textWord(field: string, value: string, { formats, now, personName }: ValueHabits): string {
  if (field === 'phone') return formatPhone(value);
  if (field === 'vehicleNumber' || field === 'plate') return formatPlate(value);
  if (personFields.has(field)) return personName(value) || m.work_somebody();
  if (field.endsWith('At') && Number.isFinite(Date.parse(value))) return momentWord(value, now, formats);
  return shortened(value.trim());
}

/** A field's value as a person says it, whatever a hostile phone put there; empty for nothing. */
export function valueWord(field: string, value: unknown, habits: ValueHabits): string {
  if (value === undefined || value === null) return '';
  if (field === 'status') return statusIn(value) ?? m.work_unreadable();
  if (typeof value === 'string') return textWord(field, value, habits);
  if (typeof value === 'boolean') return value ? m.work_yes() : m.work_no();
  if (typeof value === 'number') {
    const isAmount = amountFields.has(field) && Number.isSafeInteger(value);
    if (isAmount) return formatMoney(money(value), habits.formats);
    return new Intl.NumberFormat(habits.formats.locale).format(value);
  }
  if (Array.isArray(value)) {
    const words = value.slice(0, 10).map((one) => valueWord(field, one, habits));
    return shortened(words.filter((word) => word !== '').join(', '));
  }
  return m.work_unreadable();
}
