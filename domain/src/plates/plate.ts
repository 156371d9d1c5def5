import { z } from 'zod';
import { normalizePlate, plateShape } from './normalize-plate.ts';

export { normalizePlate, plateShape } from './normalize-plate.ts';
export type { PlateShape } from './normalize-plate.ts';

/** Accepts a stored plate: already normalized, at most as long as any country makes them. */
export const plateSchema = z
  .string()
  .min(1)
  .max(20)
  .refine((plate) => normalizePlate(plate) === plate);

/** The colours of plate there are; private unless someone taps another. */
export const plateKindSchema = z.enum([
  'private',
  'commercial',
  'electric',
  'electric_commercial',
  'rental',
  'temporary',
]);

/** One colour of plate. */
export type PlateKind = z.infer<typeof plateKindSchema>;

/** The four groups of the plate field: state, district, series, number, or those of the BH series. */
export type PlateGroups = readonly [string, string, string, string];

// Half-typed plates match too, so that the field can group while a thumb is still typing.
const INDIAN = /^([A-Z]{2})(\d{0,2})(?:(?<=\d)([A-Z]{1,3})(\d{0,4}))?$/;
const BHARAT = /^(\d{2})(BH)(?:(\d{4})([A-Z]{0,2})|(\d{0,3}))$/;

/** Splits a plate, also a half-typed one, into its groups; an unknown shape is one group. */
export function plateGroups(text: string): PlateGroups {
  const plate = normalizePlate(text);
  const groups = INDIAN.exec(plate) ?? BHARAT.exec(plate);
  if (groups === null) return [plate, '', '', ''];
  const [, first = '', second = '', third = groups[5] ?? '', fourth = ''] = groups;
  return [first, second, third, fourth];
}

/**
 * A plate as people read it; an unknown shape stays as typed, in upper case.
 * @example formatPlate('MH12AB1234') // 'MH 12 AB 1234'
 */
export function formatPlate(text: string): string {
  const plate = normalizePlate(text);
  if (plateShape(plate) === 'other') return text.trim().replaceAll(/\s+/g, ' ').toUpperCase();
  return plateGroups(plate).join(' ');
}

/** A plate for screen readers: letter by letter, with a pause between the groups. */
export function spellPlate(text: string): string {
  const groups = plateGroups(text).filter((group) => group !== '');
  return groups.map((group) => Array.from(group).join(' ')).join(', ');
}
