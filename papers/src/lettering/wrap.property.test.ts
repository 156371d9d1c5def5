import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { diskLettering } from '#src/node.ts';
import { setText } from './set-text.ts';
import { wrap } from './wrap.ts';

const lettering = await diskLettering();
const texts = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.lorem({ maxCount: 40 }),
);

it('never loses a letter and never makes a line that is too wide', () => {
  fc.assert(
    fc.property(texts, fc.double({ min: 3, max: 60, noNaN: true }), (text, width) => {
      const lines = wrap(text, 'regular', width, lettering);
      const whole = setText(text, 'regular', lettering).text;
      expect(
        lines
          .map((line) => line.text)
          .join('')
          .replaceAll(' ', ''),
      ).toBe(whole.replaceAll(' ', ''));
      for (const line of lines) {
        expect(line.text).not.toBe('');
        expect(line.width).toBeLessThanOrEqual(width);
      }
    }),
  );
});

it('breaks between words where it can', () => {
  const lines = wrap('Engine oil change and filter', 'regular', 5.5, lettering);
  expect(lines.map((line) => line.text)).toEqual(['Engine oil', 'change', 'and filter']);
});
