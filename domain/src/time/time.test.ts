import { expect, test } from 'vitest';
import { financialYear } from './financial-year.ts';
import { instantSchema } from './instant.ts';
import { isLate, promisedInstant } from './promise.ts';
import { isTimeZone, offsetMinutes, timeZoneSchema } from './time-zone.ts';
import { addDays, daySchema, endOfDay, startOfDay, workshopDay, workshopMonth } from './workshop-day.ts';

const INDIA = 'Asia/Kolkata';

test('an Indian day begins at half past six in the evening before, UTC', () => {
  expect(workshopDay('2026-03-31T18:29:59.999Z', INDIA)).toBe('2026-03-31');
  expect(workshopDay('2026-03-31T18:30:00.000Z', INDIA)).toBe('2026-04-01');
  expect(workshopMonth('2026-03-31T18:30:00.000Z', INDIA)).toBe('2026-04');
  expect(startOfDay('2026-04-01', INDIA)).toBe('2026-03-31T18:30:00.000Z');
  expect(endOfDay('2026-04-01', INDIA)).toBe('2026-04-01T18:29:59.999Z');
});

test.each([
  // New York: 23 and 25 hours. Havana repeats midnight, Cairo and São Paulo skip it, São Paulo fell back into the day before.
  ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z', '2026-03-09T03:59:59.999Z'],
  ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
  ['2025-11-02', 'America/Havana', '2025-11-02T04:00:00.000Z', '2025-11-03T04:59:59.999Z'],
  ['2025-04-25', 'Africa/Cairo', '2025-04-24T22:00:00.000Z', '2025-04-25T20:59:59.999Z'],
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', '2018-11-05T01:59:59.999Z'],
  ['2018-02-17', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z', '2018-02-18T02:59:59.999Z'],
  ['2026-07-01', 'Australia/Lord_Howe', '2026-06-30T13:30:00.000Z', '2026-07-01T13:29:59.999Z'],
])('%s in %s lasts from %s to %s', (day, zone, first, last) => {
  expect(startOfDay(day, zone)).toBe(first);
  expect(endOfDay(day, zone)).toBe(last);
});

test('a day that a zone skipped has no length', () => {
  expect(startOfDay('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T10:00:00.000Z');
  expect(endOfDay('2011-12-30', 'Pacific/Apia')).toBe('2011-12-30T09:59:59.999Z');
  expect(workshopDay('2011-12-30T10:00:00.000Z', 'Pacific/Apia')).toBe('2011-12-31');
});

test('days are added by the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('the financial year turns on the first of April', () => {
  expect(financialYear('2026-03-31')).toBe('2526');
  expect(financialYear('2026-04-01')).toBe('2627');
  expect(financialYear('2099-12-31')).toBe('9900');
  expect(financialYear('2026-06-30', 7)).toBe('2526');
  expect(financialYear('2026-01-01', 1)).toBe('2626');
  expect(financialYear('2026-12-31', 1)).toBe('2626');
});

test('a promised day means six in the evening there, summer and winter', () => {
  expect(promisedInstant('2026-05-01', INDIA)).toBe('2026-05-01T12:30:00.000Z');
  expect(promisedInstant('2026-01-15', 'Europe/Berlin')).toBe('2026-01-15T17:00:00.000Z');
  expect(promisedInstant('2026-07-15', 'Europe/Berlin')).toBe('2026-07-15T16:00:00.000Z');
  expect(promisedInstant('2026-03-29', 'Europe/Berlin')).toBe('2026-03-29T16:00:00.000Z');
});

test('work is late once its promise has passed and it is not completed', () => {
  const promised = '2026-05-01T12:30:00.000Z';
  expect(isLate(promised, false, '2026-05-01T12:30:00.000Z')).toBe(false);
  expect(isLate(promised, false, '2026-05-01T12:30:00.001Z')).toBe(true);
  expect(isLate(promised, true, '2026-05-02T00:00:00.000Z')).toBe(false);
  expect(isLate(undefined, false, '2026-05-02T00:00:00.000Z')).toBe(false);
});

test('offsets are minutes east of UTC', () => {
  expect(offsetMinutes('2026-05-01T00:00:00.000Z', INDIA)).toBe(330);
  expect(offsetMinutes('2026-05-01T00:00:00.000Z', 'Asia/Kathmandu')).toBe(345);
  expect(offsetMinutes('2026-01-01T00:00:00.000Z', 'America/New_York')).toBe(-300);
  expect(offsetMinutes('2026-07-01T00:00:00.000Z', 'America/New_York')).toBe(-240);
});

test.each(['Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'Africa/Blantyre'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
  expect(timeZoneSchema.parse(name)).toBe(name);
});

test.each(['', '+05:30', 'Mars/Olympus', 'Asia/Kolkata ', '../etc/passwd'])('%j is no time zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test.each([
  '2026-02-29T00:00:00.000Z',
  '2026-13-01T00:00:00.000Z',
  '2026-04-31T00:00:00.000Z',
  '2026-04-30T24:00:00.000Z',
  '2026-04-30T00:00:00Z',
  '2026-04-30T00:00:00.000+05:30',
  '2026-04-30T00:00:00.000',
  '2026-04-30',
  '+020260-04-30T00:00:00.000Z',
])('%s is no instant', (text) => {
  expect(instantSchema.safeParse(text).success).toBe(false);
});

test('days that do not exist are refused', () => {
  expect(daySchema.safeParse('2028-02-29').success).toBe(true);
  expect(daySchema.safeParse('2026-02-29').success).toBe(false);
  expect(daySchema.safeParse('2026-2-1').success).toBe(false);
});
