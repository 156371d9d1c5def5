import { expect, test } from 'vitest';
import { periodOf, type PeriodName } from './period.ts';

const of = (name: PeriodName, today: string) => {
  const { from, to } = periodOf({ name }, today);
  return [from, to];
};

test('the usual days, at the ends of months and years', () => {
  expect(of('today', '2026-03-01')).toEqual(['2026-03-01', '2026-03-01']);
  expect(of('yesterday', '2026-03-01')).toEqual(['2026-02-28', '2026-02-28']);
  expect(of('week', '2026-03-01')).toEqual(['2026-02-23', '2026-03-01']);
  expect(of('month', '2026-03-31')).toEqual(['2026-03-01', '2026-03-31']);
  expect(of('last_month', '2026-01-05')).toEqual(['2025-12-01', '2025-12-31']);
  expect(of('year', '2026-03-31')).toEqual(['2025-04-01', '2026-03-31']);
  expect(of('year', '2026-04-01')).toEqual(['2026-04-01', '2026-04-01']);
});

test('any days, whichever was typed first', () => {
  expect(periodOf({ name: 'custom', from: '2026-02-01', to: '2026-01-01' }, '2026-03-01')).toEqual({
    from: '2026-01-01',
    to: '2026-02-01',
  });
  expect(periodOf({ name: 'custom' }, '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-01' });
});
