import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, instantSchema } from './instant.ts';
import { promisedInstant } from './promise.ts';
import { addDays, endOfDay, startOfDay, workshopDay } from './workshop-day.ts';

const zones = fc.constantFrom(
  'Asia/Kolkata',
  'Africa/Blantyre',
  'UTC',
  'America/New_York',
  'America/Havana',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
);
const times = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 0, 1) });

test('every instant lies inside its own day and no other', () => {
  fc.assert(
    fc.property(times, zones, (ms, zone) => {
      const instant = instantOf(ms);
      const day = workshopDay(instant, zone);
      expect(startOfDay(day, zone) <= instant && instant <= endOfDay(day, zone)).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test('a day begins with its first instant and ends with its last', () => {
  fc.assert(
    fc.property(times, zones, (ms, zone) => {
      const day = workshopDay(instantOf(ms), zone);
      const start = Date.parse(startOfDay(day, zone));
      const end = Date.parse(endOfDay(day, zone));
      expect([start, end].map((at) => workshopDay(instantOf(at), zone))).toEqual([day, day]);
      expect(workshopDay(instantOf(start - 1), zone)).toBe(addDays(day, -1));
      expect(workshopDay(instantOf(end + 1), zone)).toBe(addDays(day, 1));
      expect(workshopDay(promisedInstant(day, zone), zone)).toBe(day);
    }),
    { numRuns: 500 },
  );
});

test('adding days and taking them away again changes nothing', () => {
  fc.assert(
    fc.property(times, fc.integer({ min: -5000, max: 5000 }), (ms, days) => {
      const day = instantOf(ms).slice(0, 10);
      expect(addDays(addDays(day, days), -days)).toBe(day);
    }),
  );
});

test('every moment makes an instant that documents accept and that means the same moment', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(9999, 0, 1) }), (ms) => {
      expect(Date.parse(instantSchema.parse(instantOf(ms)))).toBe(ms);
    }),
  );
});
