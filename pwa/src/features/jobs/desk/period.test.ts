import { expect, test } from 'vitest';
import { daysOf, daysPeriod, instantsOf } from './period.ts';

const today = '2026-03-10';

test('a named period moves with the day', () => {
  expect(daysOf('any', today)).toEqual([undefined, undefined]);
  expect(daysOf('today', today)).toEqual([today, today]);
  expect(daysOf('week', today)).toEqual(['2026-03-04', today]);
  expect(daysOf('month', today)).toEqual(['2026-03-01', today]);
  expect(daysOf('last_month', today)).toEqual(['2026-02-01', '2026-02-28']);
});

test('chosen days may be open at either end, and no days are no period', () => {
  expect(daysOf(daysPeriod('2026-01-05', ''), today)).toEqual(['2026-01-05', undefined]);
  expect(daysOf(daysPeriod('', '2026-01-05'), today)).toEqual([undefined, '2026-01-05']);
  expect(daysPeriod('', '')).toBe('any');
});

test('its instants are the ends of the days at the workshop', () => {
  expect(instantsOf('today', today, 'Asia/Kolkata')).toEqual({
    from: '2026-03-09T18:30:00.000Z',
    to: '2026-03-10T18:29:59.999Z',
  });
  expect(instantsOf('any', today, 'Asia/Kolkata')).toEqual({});
});
