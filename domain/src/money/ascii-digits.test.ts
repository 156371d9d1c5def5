import { expect, test } from 'vitest';
import { asciiDigits } from './ascii-digits.ts';

test.each(['0123456789', '٠١٢٣٤٥٦٧٨٩', '०१२३४५६७८९', '০১২৩৪৫৬৭৮৯', '௦௧௨௩௪௫௬௭௮௯', '０１２３４５６７８９'])(
  'reads %s',
  (digits) => {
    expect(asciiDigits(digits)).toBe('0123456789');
  },
);

test('reads the digits of every locale that India writes in, as Intl writes them', () => {
  for (const system of [
    'arab',
    'arabext',
    'deva',
    'beng',
    'guru',
    'gujr',
    'orya',
    'tamldec',
    'telu',
    'knda',
    'mlym',
  ]) {
    const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false });
    expect(asciiDigits(format.format(1_234_567_890))).toBe('1234567890');
  }
});

test('leaves everything else as it is', () => {
  expect(asciiDigits('MH 12 ½ ² Ⅳ')).toBe('MH 12 ½ ² Ⅳ');
});
