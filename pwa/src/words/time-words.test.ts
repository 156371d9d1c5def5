import { expect, test } from 'vitest';
import { overwriteGetLocale } from '#src/words/compiled/runtime.js';
import { clockWord, momentWord, promiseWord, shortPromiseWord } from './time-words.ts';

overwriteGetLocale(() => 'en');

const habits = { locale: 'en-IN', timeZone: 'Asia/Kolkata' };
// Thursday 18 June 2026, 3 pm in the workshop.
const now = '2026-06-18T09:30:00.000Z';

test('full hours are said without minutes, also in a half-hour zone', () => {
  expect(clockWord('2026-06-18T12:30:00.000Z', habits)).toBe('6 pm');
  expect(clockWord('2026-06-18T12:00:00.000Z', habits)).toBe('5:30 pm');
});

test.each([
  ['2026-06-18T12:30:00.000Z', 'by 6 pm'],
  ['2026-06-18T09:00:00.000Z', 'due 2:30 pm'],
  ['2026-06-19T12:30:00.000Z', 'by tomorrow 6 pm'],
  ['2026-06-17T12:30:00.000Z', 'due yesterday'],
  ['2026-06-16T12:30:00.000Z', 'due Tue, 16 Jun'],
  ['2026-06-20T12:30:00.000Z', 'by Sat, 20 Jun'],
  ['2027-01-02T12:30:00.000Z', 'by 2 Jan 2027'],
])('a promise for %s reads %s', (promised, words) => {
  expect(promiseWord(promised, now, habits)).toBe(words);
});

test('a moment names its day by the workshop’s midnight', () => {
  expect(momentWord('2026-06-17T18:30:00.000Z', now, habits)).toBe('today 12 am');
  expect(momentWord('2026-06-17T18:29:00.000Z', now, habits)).toBe('yesterday 11:59 pm');
});

test.each([
  ['2026-06-18T12:30:00.000Z', 'by 6 pm'],
  ['2026-06-19T12:30:00.000Z', 'by tomorrow'],
  ['2026-06-16T12:30:00.000Z', 'due 16 Jun'],
  ['2026-06-20T12:30:00.000Z', 'by 20 Jun'],
])('at the end of a row a promise for %s reads %s', (promised, words) => {
  expect(shortPromiseWord(promised, now, habits)).toBe(words);
});
