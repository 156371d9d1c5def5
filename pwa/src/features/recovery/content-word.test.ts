import { expect, it } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { contentWord } from './content-word.ts';

overwriteGetLocale(() => 'en');

it('says what there is, and nothing of what there is not', () => {
  expect(contentWord({ counts: { job: 1, payment: 2, visit: 1 }, documents: 4 })).toBe(
    '1 job · 2 payments · 1 other entry',
  );
  expect(contentWord({ counts: { payment: 1 }, documents: 1 })).toBe('1 payment');
});
