import * as fc from 'fast-check';
import { nextStamp } from '#src/clock/hlc.ts';
import { MAX_AMOUNT } from '#src/money/money.ts';
import { TEST_START_MS } from './test-context.ts';
import { deviceOf, testActors } from './test-people.ts';

/** Few people and devices, so that documents of one history meet. */
export const arbitraryActor = fc.constantFrom(...testActors);
export const arbitraryUser = arbitraryActor.map((actor) => actor.userId);
export const arbitraryDesk = fc.constantFrom('olga', 'meera', 'manoj');

/** Few moments, so that clocks tie often. */
const moment = fc.integer({ min: 0, max: 5 }).map((minutes) => TEST_START_MS + minutes * 60_000);
export const arbitraryInstant = fc.oneof(
  moment.map((ms) => new Date(ms).toISOString()),
  fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
);
export const arbitraryStamp = fc
  .tuple(moment, arbitraryActor)
  .map(([ms, actor]) => nextStamp(undefined, ms, deviceOf(actor)));

/** A stamp as a device wrote it, or lowered by the gateway. */
export const arbitraryFieldStamp = fc.oneof(
  { weight: 5, arbitrary: arbitraryStamp },
  { weight: 1, arbitrary: fc.record({ hlc: arbitraryStamp, of: arbitraryStamp }) },
);

export const arbitraryId = (type: string): fc.Arbitrary<string> =>
  fc.constantFrom(`${type}:1`, `${type}:2`, `${type}:3`);

/** Text people type: also other scripts, emoji and combining marks; never empty, never with outer spaces. */
export const arbitraryLine = fc
  .oneof(
    fc.constantFrom('Raj Kumar', 'राज कुमार', 'José', '🚗 sedan', '__proto__', "D'Souza"),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((text) => text.trim())
  .filter((text) => text.length > 0 && text.length <= 200);

export const arbitraryMoney = fc.oneof(
  fc.integer({ min: 1, max: 5_000_000 }),
  fc.constantFrom(1, MAX_AMOUNT),
);
export const arbitraryPhone = fc.constantFrom('+919876543210', '+919812345678', '+14155552671');
export const arbitraryPlate = fc.constantFrom('MH12AB1234', '22BH1234AA', 'DL3CAF0001', 'X');
