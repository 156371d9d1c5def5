import {
  endOfDay,
  parseMoney,
  parsePhone,
  promisedInstant,
  workshopDay,
  type Job,
  type JobChanges,
} from '@revops/domain';
import { amountText } from '#src/components/form/amount-text.ts';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';

/** The card as it is typed: every field a text, empty where nothing is written. */
export interface CardValues {
  readonly customerName: string;
  readonly phone: string;
  readonly carModel: string;
  readonly workDescription: string;
  readonly estimatedAmount: string;
  readonly billedAmount: string;
  readonly promisedDay: string;
  readonly dueDay: string;
  readonly odometer: string;
  readonly address: string;
  readonly partsRequired: string;
  readonly workerAssigned: string;
  readonly internalNotes: string;
}

export type CardErrors = Partial<Record<keyof CardValues, string>>;

/** From top to bottom, so that the first wrong field gets the focus. */
export const cardFields: readonly (keyof CardValues)[] = [
  'customerName',
  'phone',
  'carModel',
  'workDescription',
  'estimatedAmount',
  'billedAmount',
  'promisedDay',
  'dueDay',
  'partsRequired',
  'workerAssigned',
  'odometer',
  'address',
  'internalNotes',
];

/** A stored card as texts for the form. */
export function cardValues(job: Job, { currency, timeZone }: Formats): CardValues {
  return {
    customerName: job.customerName ?? '',
    phone: job.phone ?? '',
    carModel: job.carModel ?? '',
    workDescription: job.workDescription ?? '',
    estimatedAmount: amountText(job.estimatedAmount, currency),
    billedAmount: amountText(job.billedAmount, currency),
    promisedDay: job.promisedAt === undefined ? '' : workshopDay(job.promisedAt, timeZone),
    dueDay: job.dueAt === undefined ? '' : workshopDay(job.dueAt, timeZone),
    odometer: job.odometer === undefined ? '' : String(job.odometer),
    address: job.address ?? '',
    partsRequired: job.partsRequired ?? '',
    workerAssigned: job.workerAssigned ?? '',
    internalNotes: job.internalNotes ?? '',
  };
}

const changeName = { promisedDay: 'promisedAt', dueDay: 'dueAt' } as const;

type Read = { readonly value: unknown } | { readonly error: string };

function readField(field: keyof CardValues, typed: string, formats: Formats): Read {
  const text = typed.trim();
  if (text === '') return { value: undefined };
  switch (field) {
    case 'phone': {
      const phone = parsePhone(text, new Intl.Locale(formats.locale).region);
      return phone.ok ? phone : { error: problemWord({ code: 'phone_invalid' }) };
    }
    case 'estimatedAmount':
    case 'billedAmount': {
      const amount = parseMoney(text, formats.currency);
      return amount.ok ? amount : { error: m.job_error_amount() };
    }
    case 'odometer':
      return /^\d{1,7}$/.test(text) ? { value: Number(text) } : { error: m.job_error_odometer() };
    case 'promisedDay':
      return { value: promisedInstant(text, formats.timeZone) };
    case 'dueDay':
      return { value: endOfDay(text, formats.timeZone) };
    case 'customerName':
    case 'carModel':
    case 'workDescription':
    case 'partsRequired':
    case 'workerAssigned':
    case 'address':
    case 'internalNotes':
      return { value: text };
  }
}

/** Only what was really changed, so that edits made on two phones both stay; or what is wrong, by field. */
export function readChanges(
  values: CardValues,
  before: CardValues,
  formats: Formats,
): { readonly changes: JobChanges; readonly errors: CardErrors } {
  const changes: Record<string, unknown> = {};
  const errors: CardErrors = {};
  for (const field of cardFields) {
    if (values[field].trim() === before[field].trim()) continue;
    const read = readField(field, values[field], formats);
    if ('error' in read) errors[field] = read.error;
    else changes[field in changeName ? changeName[field as keyof typeof changeName] : field] = read.value;
  }
  if (values.customerName.trim() === '' && values.phone.trim() === '')
    errors.customerName = problemWord({ code: 'name_or_phone_needed' });
  return { changes, errors };
}
