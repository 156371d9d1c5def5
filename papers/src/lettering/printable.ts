import type { FontMetrics } from './read-font.ts';

const isMark = /\p{M}/u;
const joining = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** One line of plain blanks, composed as the fonts have their letters; invisible marks of direction are taken out. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replaceAll(joining, '').replaceAll(/\s+/gu, ' ').trim();
}

/** Whether a font has every letter of a text. */
export function isPrintable(text: string, font: FontMetrics): boolean {
  return Array.from(text).every((character) => font.has(character));
}

/**
 * The part of a text that a font has: `Ravi रवि` keeps `Ravi`, `ṣ` becomes `s`. Never a box, never half a word of
 * another script; nothing is left of a name that is written in such a script alone.
 */
export function latinPart(text: string, font: FontMetrics): string {
  const kept = Array.from(text, (character) => {
    if (font.has(character)) return character;
    const plain = Array.from(character.normalize('NFKD')).filter((part) => !isMark.test(part));
    return plain.length > 0 && plain.every((part) => font.has(part)) ? plain.join('') : ' ';
  }).join('');
  const tidy = kept
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/\(\s*\)/gu, '')
    // A place that was left out takes the comma with it that parted it from the next.
    .replaceAll(/(?:\s*[,;]){2,}/gu, ',')
    .replaceAll(/^[\s,;]+|[\s,;]+$/gu, '');
  return /[\p{L}\p{N}]/u.test(tidy) ? tidy : '';
}
