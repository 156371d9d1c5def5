import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedRecord } from '#src/acts/build.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import { hlcOf } from '#src/clock/hlc.ts';
import { isAhead } from '#src/clock/lowered-stamp.ts';
import { envelopeFields, type AnyDocument } from '#src/documents/envelope.ts';
import { documentTypes } from '#src/registry/registry.ts';
import type { JobStatus } from '#src/status/status.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { lowerStamps } from './lower-stamps.ts';
import { merge } from './merge.ts';

const records = documentTypes.filter((definition) => definition.kind === 'record');
const { owner, manager } = testPeople;
const HOUR_MS = 3_600_000;
/** After every clock that the generators use. */
const start = Date.parse('2045-01-01T06:00:00.000Z');

const fieldsOf = (body: AnyDocument): string[] =>
  Object.keys(body).filter((name) => !envelopeFields.has(name) && name !== 'status');

const clocksOf = (body: AnyDocument): string[] => {
  const status = body['status'] as JobStatus | undefined;
  return [...Object.values(body.stamps ?? {}).map(hlcOf), ...(status === undefined ? [] : [status.hlc])];
};

const content = (body: AnyDocument): string =>
  canonicalJson(Object.fromEntries(fieldsOf(body).map((field) => [field, body[field]])));

/** What the gateway stores when a body arrives. */
function arrived(stored: AnyDocument, body: AnyDocument, atMs: number, seen = false): AnyDocument {
  return merge([stored, lowerStamps(body, { atMs, stored, seen })]);
}

describe.each(records)('a $type from a clock that runs ahead', ({ type }) => {
  const bodies = fc.tuple(arbitraryOf(type), arbitraryOf(type), arbitraryOf(type));
  const aheadMs = fc.integer({ min: 6 * 60_000, max: 400 * 24 * HOUR_MS });
  const allOf = (body: AnyDocument) =>
    Object.fromEntries(fieldsOf(body).map((field) => [field, body[field]]));
  const cleared = (base: AnyDocument, target: AnyDocument) => ({
    ...Object.fromEntries(fieldsOf(base).map((field) => [field, undefined])),
    ...allOf(target),
  });

  test('is stored with no clock ahead of its arrival, and its values count', () => {
    fc.assert(
      fc.property(bodies, aheadMs, ([base, mine], ahead) => {
        const fast = testContext({ actor: manager, startMs: start + ahead });
        const edit = changedRecord(fast, base, cleared(base, mine));
        const after = arrived(base, edit, start);
        expect(clocksOf(after).filter((clock) => isAhead(clock, start))).toEqual([]);
        expect(content(after)).toBe(content(merge([base, edit])));
      }),
      { numRuns: 60 },
    );
  });

  test('gives way to what others do later, and is no news when it comes again', () => {
    fc.assert(
      fc.property(bodies, aheadMs, ([base, mine, theirs], ahead) => {
        const fast = testContext({ actor: manager, startMs: start + ahead });
        const right = testContext({ actor: owner, startMs: start + HOUR_MS });
        const edit = changedRecord(fast, base, cleared(base, mine));
        const first = arrived(base, edit, start);
        const second = arrived(first, changedRecord(right, first, cleared(first, theirs)), start + HOUR_MS);
        expect(content(second)).toBe(content(changedRecord(right, first, cleared(first, theirs))));
        // The acknowledgement was lost and one more field was edited meanwhile.
        const again = arrived(second, edit, start + 2 * HOUR_MS);
        expect(canonicalJson(again)).toBe(canonicalJson(second));
      }),
      { numRuns: 60 },
    );
  });

  test('comes back with its own lowered clock after a restore, before what others did later', () => {
    fc.assert(
      fc.property(bodies, aheadMs, ([base, mine, next], ahead) => {
        const fast = testContext({ actor: manager, startMs: start + ahead });
        const first = arrived(base, changedRecord(fast, base, cleared(base, mine)), start);
        const second = arrived(
          first,
          changedRecord(fast, first, cleared(first, next)),
          start + HOUR_MS,
          true,
        );
        const right = testContext({ actor: owner, startMs: start + 2 * HOUR_MS });
        const later = changedRecord(right, second, cleared(second, base));
        // The server is put back to the first; its own device brings the second, an owner's phone what came later.
        const believes = (): boolean => true;
        const back = (stored: AnyDocument, body: AnyDocument): AnyDocument =>
          merge([stored, lowerStamps(body, { atMs: start + 9 * HOUR_MS, stored, seen: true, believes })]);
        expect(content(back(first, second))).toBe(content(second));
        expect(content(back(back(first, second), later))).toBe(content(merge([second, later])));
      }),
      { numRuns: 60 },
    );
  });

  test('is followed by the same phone’s next edit, whatever its clock says then', () => {
    fc.assert(
      fc.property(bodies, aheadMs, fc.boolean(), ([base, mine, next], ahead, sameMoment) => {
        const fast = testContext({ actor: manager, startMs: start + ahead });
        const edit = changedRecord(fast, base, cleared(base, mine));
        const first = arrived(base, edit, start);
        const later = changedRecord(fast, edit, cleared(edit, next));
        const after = arrived(first, later, sameMoment ? start : start + HOUR_MS);
        expect(content(after)).toBe(content(later));
      }),
      { numRuns: 60 },
    );
  });

  test('ends equal on gateways that heard it at different times', () => {
    fc.assert(
      fc.property(bodies, aheadMs, fc.nat({ max: 60_000 }), ([base, mine, theirs], ahead, apart) => {
        const fast = testContext({ actor: manager, startMs: start + ahead });
        const right = testContext({ actor: owner, startMs: start });
        const edit = changedRecord(fast, base, cleared(base, mine));
        const other = changedRecord(right, base, cleared(base, theirs));
        const here = arrived(base, edit, start);
        const there = arrived(arrived(base, other, start), edit, start + apart);
        expect(canonicalJson(merge([here, there]))).toBe(canonicalJson(merge([there, here])));
        expect(canonicalJson(merge([merge([here, there]), here]))).toBe(canonicalJson(merge([there, here])));
      }),
      { numRuns: 40 },
    );
  });

  test('is left alone when its clock is right', () => {
    fc.assert(
      fc.property(bodies, ([base, mine]) => {
        const right = testContext({ actor: manager, startMs: start });
        const plain = { ...base, stamps: {} };
        const edit = changedRecord(right, plain, allOf(mine));
        const { of: _of, ...status } = (edit['status'] ?? {}) as JobStatus;
        const body = edit['status'] === undefined ? edit : { ...edit, status };
        expect(lowerStamps(body, { atMs: start, stored: undefined, seen: false })).toBe(body);
      }),
      { numRuns: 40 },
    );
  });
});

test('a phone that only pretends to have been lowered is not believed', () => {
  const [hlc, of] = ['0kabcdefg-0000-phone', '0zzzzzzzz-0000-phone'];
  const body = { _id: 'customer:1', type: 'customer', name: 'Raj', desks: [], stamps: { name: { hlc, of } } };
  const lowered = lowerStamps(body as unknown as AnyDocument, {
    atMs: start,
    stored: undefined,
    seen: false,
  });
  expect(lowered.stamps).toEqual({ name: hlc });
});

test('an edit made after reading somebody else’s wins, though its clock is lowered below it', () => {
  const quick = testContext({ actor: owner, startMs: start + 4 * 60_000 });
  const fast = testContext({ actor: manager, startMs: start + HOUR_MS });
  const base = { _id: 'customer:1', type: 'customer', name: 'Raj', desks: [], access: [], stamps: {} };
  const theirs = changedRecord(quick, base as unknown as AnyDocument, { name: 'Rajesh' });
  const mine = changedRecord(fast, theirs, { name: 'Rajesh Kumar' });
  expect(arrived(theirs, mine, start, true)['name']).toBe('Rajesh Kumar');
  expect(arrived(theirs, mine, start, false)['name']).toBe('Rajesh');
});
