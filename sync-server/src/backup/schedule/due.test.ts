import { expect, it } from 'vitest';
import { lateAfter, nextBackup } from './due.ts';

const at = (text: string): number => Date.parse(`2026-11-${text}:00Z`);
const nightly = { kind: 'daily', minute: 150 } as const;

it('begins at once where there never was one', () => {
  expect(nextBackup(nightly, undefined, at('21T12:00'))).toBe(at('21T12:00'));
});

it('comes so many hours after the last good one, or at the next time of day', () => {
  expect(nextBackup({ kind: 'hours', hours: 6 }, at('21T12:00'), at('21T13:00'))).toBe(at('21T18:00'));
  expect(nextBackup(nightly, at('21T02:30'), at('21T13:00'))).toBe(at('22T02:30'));
  expect(nextBackup(nightly, at('21T01:00'), at('21T13:00'))).toBe(at('21T02:30'));
});

it('is not put off by a clock that was ahead', () => {
  const now = at('21T12:00');
  expect(nextBackup({ kind: 'hours', hours: 6 }, at('30T12:00'), now)).toBe(at('21T18:00'));
});

it('is late after two hours, after half its pause where that is less', () => {
  expect(lateAfter(nightly, at('21T02:30'))).toBe(at('21T04:30'));
  expect(lateAfter({ kind: 'hours', hours: 2 }, at('21T02:00'))).toBe(at('21T03:00'));
});
