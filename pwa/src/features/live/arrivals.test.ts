import { expect, test } from 'vitest';
import { arrivals, type Known, type Look } from './arrivals.ts';

/** What is told at each of some looks. */
function told(...looks: readonly Look[]): (readonly string[])[] {
  let known: Known | undefined;
  return looks.map((look) => {
    const found = arrivals(known, look);
    known = found.known;
    return found.fresh;
  });
}
const look = (...ids: string[]): Look => ({ ids, isSettled: true });
const fetching = (...ids: string[]): Look => ({ ids, isSettled: false });

test('what is there when the app is opened is old, what comes afterwards is new, once', () => {
  expect(told(look('a'), look('a', 'b'), look('a', 'b'), look('c', 'b'))).toEqual([[], ['b'], [], ['c']]);
});

test('nothing of a first sync is new, nor of the look that finds it finished', () => {
  expect(told(fetching(), fetching('a'), fetching('a', 'b'), look('a', 'b', 'c'), look('d'))).toEqual([
    [],
    [],
    [],
    [],
    ['d'],
  ]);
});

test('a payment whose rejection is taken back is not new', () => {
  expect(told(look('a'), look(), look('a'))).toEqual([[], [], []]);
});

test('a list that is fetched anew tells nothing until it is whole again', () => {
  expect(told(look('a'), fetching('a', 'x'), look('a', 'x', 'y'), look('z', 'y'))).toEqual([
    [],
    [],
    [],
    ['z'],
  ]);
});
