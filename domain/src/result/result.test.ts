import { expect, test } from 'vitest';
import { assertNever, err, ok } from './result.ts';

test('wraps a value and a reason apart', () => {
  expect(ok(7)).toEqual({ ok: true, value: 7 });
  expect(err('empty')).toEqual({ ok: false, reason: 'empty' });
});

test('throws for a case that slipped in from outside', () => {
  expect(() => assertNever('surprise' as never)).toThrow('surprise');
});
