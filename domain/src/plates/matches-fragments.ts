import { folded, lettersAndDigits } from './normalize-plate.ts';

/**
 * Whether a text holds every run of letters and every run of digits of a query, in any order: `ab 12` and `1234 mh`
 * both find MH 12 AB 1234. Lines of the text are fields of their own: a run never matches across a line break.
 */
export function matchesFragments(text: string, query: string): boolean {
  const fields = text.split('\n').map(lettersAndDigits).join('\n');
  const runs = folded(query).match(/\p{Nd}+|[\p{L}\p{M}]+/gu) ?? [];
  return runs.every((run) => fields.includes(run));
}
