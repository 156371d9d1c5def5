import { canonicalJson } from '@revops/domain';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameValue } from './same-value.ts';

const json = fc.jsonValue({ maxDepth: 3 });

test('two values are the same exactly when their canonical JSON is', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(sameValue(a, structuredClone(a))).toBe(true);
      expect(sameValue(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
    }),
    { numRuns: 500 },
  );
});

test('one changed, added or removed field makes another value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), json, { minKeys: 1 }), fc.nat(), (record, at) => {
      const keys = Object.keys(record);
      const key = keys[at % keys.length] ?? '';
      const { [key]: _removed, ...less } = record;
      expect(sameValue(record, less)).toBe(false);
      expect(sameValue(less, record)).toBe(false);
      expect(sameValue(record, { ...record, [key]: [record[key]] })).toBe(false);
      expect(sameValue([record], [less])).toBe(false);
    }),
  );
});

test('an unset field is an absent one', () => {
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
  expect(sameValue({ a: undefined }, { b: 1 })).toBe(false);
  expect(sameValue([], {})).toBe(false);
  expect(sameValue({}, { toString: 1 })).toBe(false);
});
