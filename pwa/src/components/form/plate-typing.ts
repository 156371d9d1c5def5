import { plateGroups } from '@revops/domain';

/** A stored plate as it stands in the field: in groups, also half-typed, without a space at the end to delete. */
export function groupWhileTyping(plate: string): string {
  return plateGroups(plate)
    .filter((group) => group !== '')
    .join(' ');
}

/** How many letters stand before the caret; spaces come and go while it is typed, letters do not. */
export function lettersBefore(text: string, caret: number): number {
  return text.slice(0, caret).replaceAll(/[^\p{L}\p{Nd}]/gu, '').length;
}

/** Where the caret belongs in the grouped text, so that a correction in the middle does not throw it to the end. */
export function caretAfter(text: string, letters: number): number {
  let left = letters;
  for (let at = 0; at < text.length; at += 1) {
    if (left === 0) return at;
    if (text[at] !== ' ') left -= 1;
  }
  return text.length;
}
