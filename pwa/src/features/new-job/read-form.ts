import { parseMoney, parsePhone, promisedInstant, type Money, type OpenJobInput } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import { m } from '#src/words/compiled/messages.js';
import { problemWord } from '#src/words/problem-words.ts';
import type { NewJobValues } from './draft.ts';

export type FormErrors = Partial<Record<keyof NewJobValues, string>>;

/** From top to bottom, so that the first wrong field gets the focus. */
export const fieldOrder: readonly (keyof NewJobValues)[] = [
  'plate',
  'phone',
  'customerName',
  'carModel',
  'workDescription',
  'estimate',
  'advance',
  'promisedDay',
  'odometer',
];

type Outcome = { readonly input: OpenJobInput } | { readonly errors: FormErrors };

/** Reads the form into an act's input, or says beside which fields something is wrong. */
export function readForm(values: NewJobValues, formats: Formats, today: string): Outcome {
  const errors: FormErrors = {};
  const input: OpenJobInput = {
    plate: values.plate,
    plateKind: values.plateKind,
    customerName: line(values.customerName),
    phone: readPhone(values, formats, errors),
    carModel: line(values.carModel),
    workDescription: line(values.workDescription),
    estimatedAmount: readAmount('estimate', values, formats, errors),
    advance: readAdvance(values, formats, errors),
    promisedAt: readPromise(values, formats, today, errors),
    odometer: readOdometer(values, errors),
    address: line(values.address),
    partsRequired: line(values.partsRequired),
    workerAssigned: line(values.workerAssigned),
    internalNotes: line(values.internalNotes),
    desk: line(values.desk),
  };
  if (values.plate === '') errors.plate = problemWord({ code: 'plate_needed' });
  else if (values.plate.length > 20) errors.plate = m.newjob_error_plate_long();
  if (line(values.phone) === undefined && input.customerName === undefined)
    errors.phone = problemWord({ code: 'name_or_phone_needed' });
  return Object.keys(errors).length > 0 ? { errors } : { input: written(input) };
}

const line = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Leaves out what nobody typed: unset is unset, not empty. */
const written = (input: OpenJobInput): OpenJobInput =>
  Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as unknown as OpenJobInput;

function readPhone(values: NewJobValues, { locale }: Formats, errors: FormErrors): string | undefined {
  const typed = line(values.phone);
  if (typed === undefined) return undefined;
  const phone = parsePhone(typed, new Intl.Locale(locale).region);
  if (phone.ok) return phone.value;
  errors.phone = problemWord({ code: 'phone_invalid' });
  return undefined;
}

function readAmount(
  field: 'estimate' | 'advance',
  values: NewJobValues,
  { currency }: Formats,
  errors: FormErrors,
): Money | undefined {
  const typed = line(values[field]);
  if (typed === undefined) return undefined;
  const amount = parseMoney(typed, currency);
  if (amount.ok) return amount.value;
  errors[field] = m.newjob_error_amount();
  return undefined;
}

function readAdvance(values: NewJobValues, formats: Formats, errors: FormErrors): OpenJobInput['advance'] {
  const amount = readAmount('advance', values, formats, errors);
  // A typed zero is no advance: nothing was taken.
  return amount === undefined || amount === 0 ? undefined : { amount, method: values.advanceMethod };
}

function readPromise(
  values: NewJobValues,
  { timeZone }: Formats,
  today: string,
  errors: FormErrors,
): string | undefined {
  const day = line(values.promisedDay);
  if (day === undefined) return undefined;
  if (day < today) errors.promisedDay = m.newjob_error_past();
  return promisedInstant(day, timeZone);
}

function readOdometer(values: NewJobValues, errors: FormErrors): number | undefined {
  const typed = line(values.odometer)?.replaceAll(/[\s,]/g, '');
  if (typed === undefined) return undefined;
  if (/^\d{1,7}$/.test(typed)) return Number(typed);
  errors.odometer = m.newjob_error_odometer();
  return undefined;
}
