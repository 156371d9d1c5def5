import { expect, it } from 'vitest';
import { diskLettering } from '#src/node.ts';
import { latinPart, tidyText } from './printable.ts';

const { fonts } = await diskLettering();

it.each([
  ['Raj Kumar', 'Raj Kumar'],
  ['राज कुमार', ''],
  ['राज कुमार (Raj Kumar)', '(Raj Kumar)'],
  ['Raj (राज)', 'Raj'],
  ['முருகன் Motors, மதுரை 625001', 'Motors, 625001'],
  ['மதுரை, Plot 42, 3rd Cross', 'Plot 42, 3rd Cross'],
  ['Plot 42, மதுரை, Tamil Nadu', 'Plot 42, Tamil Nadu'],
  ['Plot 42, மதுரை', 'Plot 42'],
  ['Kṛṣṇa', 'Krsna'],
  ['Raj 👍🏽', 'Raj'],
  ['۱۲۳ · –', ''],
  ['', ''],
])('keeps of %j what can be printed: %j', (text, kept) => {
  expect(latinPart(tidyText(text), fonts.regular)).toBe(kept);
});

it('makes one line of plain blanks and takes out what nobody sees', () => {
  expect(tidyText('  Raj\u00a0\tKumar\n\u200e\u202aPune\u202c ')).toBe('Raj Kumar Pune');
  expect(tidyText('4:40\u202fpm')).toBe('4:40 pm');
});
