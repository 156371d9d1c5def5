import { expect, it } from 'vitest';
import { diskLettering } from '#src/node.ts';

const { fonts } = await diskLettering();

it('has every letter of an amount, a name in any European spelling and a plate', () => {
  const amounts = '₹1,23,456.00 −₹0.50 MK £ € $ ¥ ₦ ₵';
  const names = 'Raj Kumar & Sons (Pune) – ‘Škoda’ Éric Łukasz ñ ø ß « » “ ” … · •';
  for (const weight of ['regular', 'semibold'] as const)
    expect(Array.from(amounts + names).filter((character) => !fonts[weight].has(character))).toEqual([]);
  for (const character of 'MH 12 AB 1234 QZ0987654321') expect(fonts.plate.has(character)).toBe(true);
});

it('gives every digit the same width, so that amounts stand under one another', () => {
  for (const weight of ['regular', 'semibold'] as const)
    expect(new Set(Array.from('0123456789', (digit) => fonts[weight].width(digit))).size).toBe(1);
});

it('measures a text as the sum of its letters and knows what it does not have', () => {
  const { regular } = fonts;
  expect(regular.width('Raj')).toBeCloseTo(regular.width('R') + regular.width('a') + regular.width('j'), 9);
  expect(regular.has('र')).toBe(false);
  expect(regular.width('र')).toBe(0);
});
