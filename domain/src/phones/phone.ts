import { z } from 'zod';
import { asciiDigits } from '#src/money/ascii-digits.ts';
import { err, ok, type Result } from '#src/result/result.ts';
import { uriComponent } from '#src/upi/uri-component.ts';
import { COUNTRIES, callingCode, countryOf } from './countries.ts';

/** Accepts a phone number as it is stored: E.164. */
export const phoneSchema = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** Why a text is no phone number. */
export type PhoneRefusal = 'empty' | 'too_short' | 'too_long' | 'not_a_phone';

/**
 * Reads a phone number as people type and paste it into E.164; a number without its country is the workshop's own.
 * @example parsePhone('098765 43210') // { ok: true, value: '+919876543210' }
 */
export function parsePhone(text: string, defaultCountry = 'IN'): Result<string, PhoneRefusal> {
  // Contacts paste invisible direction marks around their numbers.
  const typed = asciiDigits(text)
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^tel:/i, '');
  if (typed === '') return err('empty');
  if (!/^\+?[\d\s().-]+$/.test(typed) || !/\d/.test(typed)) return err('not_a_phone');
  const digits = typed.replaceAll(/\D/g, '');
  if (typed.startsWith('+')) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  return local(digits, defaultCountry);
}

function local(digits: string, countryName: string): Result<string, PhoneRefusal> {
  const country = COUNTRIES[countryName];
  if (country === undefined) return err('not_a_phone');
  const carriesCode = digits.startsWith(country.code) && digits.length > country.max;
  return national(country.code, carriesCode ? digits.slice(country.code.length) : digits);
}

function international(digits: string): Result<string, PhoneRefusal> {
  const country = countryOf(digits);
  if (country !== undefined) return national(country.code, digits.slice(country.code.length));
  if (digits.startsWith('0')) return err('not_a_phone');
  return measured(digits, '', 7, 15);
}

function national(code: string, digits: string): Result<string, PhoneRefusal> {
  const { min, max } = countryOf(code) ?? { min: 7, max: 15 };
  const number = digits.replace(/^0/, ''); // the trunk zero, also as in +91 (0) 98765 43210
  if (number.startsWith('0')) return err('not_a_phone');
  return measured(number, code, min, max);
}

function measured(digits: string, code: string, min: number, max: number): Result<string, PhoneRefusal> {
  if (digits.length < min) return err('too_short');
  if (digits.length > max) return err('too_long');
  return ok(`+${code}${digits}`);
}

/**
 * A stored number as people read it.
 * @example formatPhone('+919876543210') // '+91 98765 43210'
 */
export function formatPhone(e164: string): string {
  const digits = e164.replace(/^\+/, '');
  const code = callingCode(digits);
  const groups = countryOf(digits)?.groups ?? [3, 3];
  return `+${[code, ...grouped(digits.slice(code.length), groups)].join(' ')}`;
}

function grouped(digits: string, sizes: readonly number[]): string[] {
  const groups: string[] = [];
  let rest = digits;
  for (const size of sizes) {
    // A lone last digit is not a group: it stays with the one before.
    if (rest.length - size < 2) break;
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return rest === '' ? groups : [...groups, rest];
}

/** The link that opens a WhatsApp chat with a number, a text filled in and not yet sent. */
export function whatsappUrl(e164: string, text: string): string {
  return `https://wa.me/${e164.replace(/^\+/, '')}?text=${uriComponent(text)}`;
}

/** The link that dials a number. */
export function telUrl(e164: string): string {
  return `tel:${e164}`;
}
