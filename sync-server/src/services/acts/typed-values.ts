import {
  addDays,
  normalizePlate,
  parsePhone,
  promisedInstant,
  workshopDay,
  type Workshop,
} from '@revops/domain';
import { fieldError } from './refusals.ts';

/** As it is stored; a plate is never refused for its shape, only where nothing of it is left. */
export function plateOf(typed: string): string {
  const plate = normalizePlate(typed);
  if (/^[A-Z0-9]{1,20}$/.test(plate)) return plate;
  throw fieldError('vehicleNumber', plate === '' ? 'plate_needed' : 'invalid_format');
}

/** In the one form that numbers are compared in; without its country it is one of the workshop's. */
export function phoneNumberOf(typed: string, { locale }: Pick<Workshop, 'locale'>): string {
  const phone = parsePhone(typed, new Intl.Locale(locale).region);
  if (phone.ok) return phone.value;
  throw fieldError('phone', 'phone_invalid');
}

/** The evening of the day that many days after the car came. */
export const promisedAfter = (
  days: number,
  cameAt: string,
  { timeZone }: Pick<Workshop, 'timeZone'>,
): string => promisedInstant(addDays(workshopDay(cameAt, timeZone), days), timeZone);
