import { expect, test } from 'vitest';
import { matchesFragments } from './matches-fragments.ts';
import { formatPlate, normalizePlate, plateGroups, plateSchema, plateShape, spellPlate } from './plate.ts';

test.each([
  ['mh 12 ab 1234', 'MH12AB1234'],
  ['MH-12-AB-1234', 'MH12AB1234'],
  ['IND MH12 AB1234\n', 'MH12AB1234'],
  ['IND 22 BH 1234 AA', '22BH1234AA'],
  ['IND 1234', 'IND1234'],
  ['ｍｈ१२ab1234', 'MH12AB1234'],
  ['BT 1234', 'BT1234'],
  ['  ', ''],
  ['Ж 123 ОК', 'Ж123ОК'],
])('cleans %j to %s', (text, plate) => {
  expect(normalizePlate(text)).toBe(plate);
});

test.each([
  ['MH12AB1234', 'indian'],
  ['DL1CAB1234', 'indian'],
  ['KA01A1', 'indian'],
  ['22BH1234AA', 'bharat'],
  ['22BH1234A', 'bharat'],
  ['MH121234', 'other'],
  ['BT1234', 'other'],
  ['22BH123AA', 'other'],
  ['', 'other'],
])('%s has the shape %s', (plate, shape) => {
  expect(plateShape(plate)).toBe(shape);
});

test.each([
  ['MH12AB1234', 'MH 12 AB 1234'],
  ['22BH1234AA', '22 BH 1234 AA'],
  ['dl1cab1234', 'DL 1 CAB 1234'],
  ['bt  1234 ', 'BT 1234'],
  ['BT1234', 'BT1234'],
])('writes %j as %s', (plate, text) => {
  expect(formatPlate(plate)).toBe(text);
});

test.each([
  ['', ['', '', '', '']],
  ['m', ['M', '', '', '']],
  ['mh', ['MH', '', '', '']],
  ['mh1', ['MH', '1', '', '']],
  ['mh12a', ['MH', '12', 'A', '']],
  ['mh12ab12', ['MH', '12', 'AB', '12']],
  ['MHA', ['MHA', '', '', '']],
  ['22bh', ['22', 'BH', '', '']],
  ['22bh12', ['22', 'BH', '12', '']],
  ['22bh1234a', ['22', 'BH', '1234', 'A']],
  ['BT1234', ['BT1234', '', '', '']],
])('groups %j while it is typed', (text, groups) => {
  expect(plateGroups(text)).toEqual(groups);
});

test('spells a plate letter by letter with pauses between groups', () => {
  expect(spellPlate('MH12AB1234')).toBe('M H, 1 2, A B, 1 2 3 4');
  expect(spellPlate('BT1234')).toBe('B T 1 2 3 4');
});

test('only normalized plates are stored', () => {
  expect(plateSchema.safeParse('MH12AB1234').success).toBe(true);
  expect(['', 'mh12', 'MH 12', 'X'.repeat(21)].some((plate) => plateSchema.safeParse(plate).success)).toBe(
    false,
  );
});

test.each([
  ['1234', true],
  ['ab 12', true],
  ['1234mh', true],
  ['MH12AB1234', true],
  ['', true],
  ['12 ab mh', true],
  ['1235', false],
  ['mh 99', false],
])('a plate and the query %j: %s', (query, matches) => {
  expect(matchesFragments('MH 12 AB 1234', query)).toBe(matches);
});

test('a query finds names and spaced phone numbers, but nothing across two fields', () => {
  const text = 'MH12AB1234\nRavi Kumar\n+91 98765 43210';
  expect(matchesFragments(text, 'ravi 1234')).toBe(true);
  expect(matchesFragments(text, '9876543210')).toBe(true);
  expect(matchesFragments('MH12AB1234\n9876543210', '349876')).toBe(false);
});
