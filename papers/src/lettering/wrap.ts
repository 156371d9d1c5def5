import type { Lettering, Weight } from './lettering.ts';
import { setText, type SetText } from './set-text.ts';

/**
 * Breaks a text into lines of at most a width in ems: between words, and inside a word only where it alone is wider than
 * a line. Nothing of what can be printed is cut off.
 */
export function wrap(text: string, weight: Weight, width: number, lettering: Lettering): SetText[] {
  const whole = setText(text, weight, lettering);
  // Parts of what is known to be printable are only measured: preparing each anew made long papers slow.
  const set = (part: string): SetText =>
    whole.painted
      ? setText(part, weight, lettering)
      : { text: part, width: lettering.fonts[weight].width(part), painted: false };
  const lines: SetText[] = [];
  let line = '';
  for (const word of whole.text.split(' ').flatMap((one) => broken(one, width, set))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && set(longer).width > width) {
      lines.push(set(line));
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, set(line)];
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** By what people take for one letter: a vowel sign never stands on the next line. */
function broken(word: string, width: number, set: (part: string) => SetText): string[] {
  if (set(word).width <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(word)) {
    if (part !== '' && set(part + segment).width > width) {
      parts.push(part);
      part = segment;
    } else part += segment;
  }
  return [...parts, part];
}
