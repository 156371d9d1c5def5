import { expect, test } from 'vitest';
import { canonical, canonicalJson } from './canonical-json.ts';

test('sorts keys at every depth and keeps the order of lists', () => {
  expect(canonicalJson({ b: [{ z: 1, a: 2 }, 3], a: { d: null, c: '' } })).toBe(
    '{"a":{"c":"","d":null},"b":[{"a":2,"z":1},3]}',
  );
  expect(Object.keys(canonical({ b: 1, a: 2 }))).toEqual(['a', 'b']);
});

test('drops what is undefined, so that an unset field and a missing one are equal', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }));
  expect(Object.keys(canonical({ a: undefined, b: 1 }))).toEqual(['b']);
});

test('keeps a key named __proto__ as an ordinary member', () => {
  expect(canonicalJson(JSON.parse('{"__proto__":{"x":1},"a":2}'))).toBe('{"__proto__":{"x":1},"a":2}');
});

test('gives a text for what JSON cannot carry', () => {
  expect(canonicalJson(undefined)).toBe('null');
  expect(canonicalJson([undefined, Number.NaN, 10n, -0, () => 1, Symbol('s')])).toBe(
    '[null,null,"10",0,null,null]',
  );
  expect(canonicalJson({ at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});
