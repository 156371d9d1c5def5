import { expect, test } from 'vitest';
import { likelyDuplicates, type KnownCustomer, type KnownVehicle } from './likely-duplicates.ts';

const person = (id: string, more: Partial<KnownCustomer> = {}): KnownCustomer => ({
  _id: `customer:${id}`,
  ...more,
});
const car = (id: string, plate: string, owners: readonly string[], more = {}): KnownVehicle => ({
  _id: `vehicle:${id}`,
  plate,
  customerIds: owners.map((one) => `customer:${one}`),
  ...more,
});
const pairs = (customers: readonly KnownCustomer[], vehicles: readonly KnownVehicle[] = []) =>
  likelyDuplicates(customers, vehicles).map(({ reason, ids }) => [reason, ...ids]);
const phone = '+919812345678';

test('customers with one phone and cars with one plate are likely one, each beside the oldest', () => {
  expect(pairs([person('3', { phone }), person('1', { phone }), person('2', { phone })])).toEqual([
    ['same_phone', 'customer:1', 'customer:2'],
    ['same_phone', 'customer:1', 'customer:3'],
  ]);
  expect(pairs([], [car('a', 'MH12AB1234', []), car('b', 'MH12AB1234', []), car('c', 'MH1', [])])).toEqual([
    ['same_plate', 'vehicle:a', 'vehicle:b'],
  ]);
});

test('similar names are one person only at one car', () => {
  const two = [person('1', { name: 'Raj Kumar' }), person('2', { name: 'R. Kumar' })];
  expect(pairs(two, [car('a', 'MH1', ['1']), car('b', 'MH2', ['2'])])).toEqual([]);
  expect(pairs(two, [car('a', 'MH1', ['1', '2'])])).toEqual([['similar_name', 'customer:1', 'customer:2']]);
  // Two phones wrote the same car down, each with its own customer.
  expect(pairs(two, [car('a', 'MH1', ['1']), car('b', 'MH1', ['2'])])).toContainEqual([
    'similar_name',
    'customer:1',
    'customer:2',
  ]);
});

test('what was merged or put away is no double any more, and counts as the record that was kept', () => {
  const merged = person('2', { phone, mergedInto: 'customer:1' });
  expect(pairs([person('1', { phone }), merged, person('3', { phone, archived: true })])).toEqual([]);
  expect(pairs([person('1', { phone }), merged, person('4', { phone })])).toEqual([
    ['same_phone', 'customer:1', 'customer:4'],
  ]);
  const names = [person('1', { name: 'Raj Kumar' }), person('2', { mergedInto: 'customer:1' })];
  expect(pairs([...names, person('3', { name: 'Raj Kumar' })], [car('a', 'MH1', ['2', '3'])])).toEqual([
    ['similar_name', 'customer:1', 'customer:3'],
  ]);
});

test('a pair with two reasons is named once, with the stronger one', () => {
  const both = [person('1', { phone, name: 'Raj' }), person('2', { phone, name: 'Raj' })];
  expect(pairs(both, [car('a', 'MH1', ['1', '2'])])).toEqual([['same_phone', 'customer:1', 'customer:2']]);
});

test('of a dealer’s car nobody is taken for another', () => {
  const many = Array.from({ length: 30 }, (_, index) => person(String(index), { name: 'Raj Kumar' }));
  expect(
    pairs(many, [
      car(
        'a',
        'MH1',
        many.map(({ _id }) => _id.slice('customer:'.length)),
      ),
    ]),
  ).toEqual([]);
});
