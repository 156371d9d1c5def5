import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSimilarName } from './similar-names.ts';

test.each([
  ['Raj Kumar', 'raj  kumar'],
  ['Raj Kumar', 'Kumar Raj'],
  ['Raj Kumar', 'R. Kumar'],
  ['Raj Kumar', 'Mr Raj Kumar'],
  ['Raj Kumar', 'Kumar'],
  ['Suresh Patil', 'Surash Patil'],
  ['Suresh Patil', 'Suersh Patil'],
  ['Farhan Shaikh', 'Farhan Shaik'],
])('%s may be %s', (a, b) => {
  expect(isSimilarName(a, b)).toBe(true);
});

test.each([
  ['Raj Kumar', 'Ram Kumar'],
  ['Raj Kumar', 'R K'],
  ['Raj Kumar', 'Priya Kumar'],
  ['Raj', ''],
  ['Mr', 'Mr'],
])('%s is not %s', (a, b) => {
  expect(isSimilarName(a, b)).toBe(false);
});

test('it is the same asked the other way round, and true of a name and itself', () => {
  const name = fc.array(fc.constantFrom('Raj', 'Kumar', 'Kumra', 'K', 'Suresh', 'Mr', '.', 'राज'), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [one, other] = [a.join(' '), b.join(' ')];
      expect(isSimilarName(one, other)).toBe(isSimilarName(other, one));
    }),
  );
  expect(isSimilarName('राज कुमार', 'राज कुमार')).toBe(true);
});
