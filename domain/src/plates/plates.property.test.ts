import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesFragments } from './matches-fragments.ts';
import { formatPlate, normalizePlate, plateGroups, plateShape, spellPlate } from './plate.ts';

const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.stringMatching(/^(IND)?[A-Za-z]{2}[ -]?\d{1,2}[ -]?[A-Za-z]{1,3}[ -]?\d{1,4}$/),
);
const known = fc.oneof(
  fc.stringMatching(/^[A-Z]{2}\d{1,2}[A-Z]{1,3}\d{1,4}$/),
  fc.stringMatching(/^\d{2}BH\d{4}[A-Z]{1,2}$/),
);

test('cleaning a clean plate changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const plate = normalizePlate(text);
      expect(normalizePlate(plate)).toBe(plate);
    }),
    { numRuns: 2000 },
  );
});

test('cleaning is stable for every character there is', () => {
  const unstable: string[] = [];
  for (let point = 0; point <= 0x2ffff; point += 1) {
    const plate = normalizePlate(String.fromCodePoint(point));
    if (normalizePlate(plate) !== plate) unstable.push(point.toString(16));
  }
  expect(unstable).toEqual([]);
});

test('a plate reads back from how it is written, with and without the hologram', () => {
  fc.assert(
    fc.property(known, (plate) => {
      expect(normalizePlate(formatPlate(plate))).toBe(plate);
      expect(normalizePlate(`ind ${formatPlate(plate).toLowerCase()}`)).toBe(plate);
      expect(plateShape(plate)).not.toBe('other');
    }),
  );
});

test('groups and spelling lose no character', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plateGroups(text).join('')).toBe(normalizePlate(text));
      expect(spellPlate(text).replaceAll(/[ ,]/g, '')).toBe(normalizePlate(text));
    }),
  );
});

test('any pieces of a plate find it in any order', () => {
  fc.assert(
    fc.property(known, fc.array(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }))), (plate, cuts) => {
      const pieces = cuts.map(([from, length]) => plate.slice(from, from + length));
      expect(matchesFragments(plate, pieces.join(' '))).toBe(true);
      expect(matchesFragments(formatPlate(plate), pieces.join('-').toLowerCase())).toBe(true);
    }),
  );
});
