import { expect, it } from 'vitest';
import { sizeInWords } from './size-in-words.ts';

it('names a size in the unit that a person would', () => {
  const formats = { locale: 'en-IN', timeZone: 'Asia/Kolkata', currency: 'INR' };
  const said = [0, 999, 1474, 4_240_000, 12_000_000_000].map((bytes) => sizeInWords(bytes, formats));
  expect(said).toEqual(['1 kB', '1 kB', '1 kB', '4.2 MB', '12 GB']);
});
