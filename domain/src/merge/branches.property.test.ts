import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '#src/access/actor.ts';
import { changedRecord } from '#src/acts/build.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import { envelopeFields, type AnyDocument } from '#src/documents/envelope.ts';
import { documentTypes } from '#src/registry/registry.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { testContext } from '#src/testing/test-context.ts';
import { testPeople } from '#src/testing/test-people.ts';
import { merge } from './merge.ts';

const records = documentTypes.filter((definition) => definition.kind === 'record');
const { owner, manager } = testPeople;
const DAY_MS = 86_400_000;

const contentFields = (body: AnyDocument): string[] =>
  Object.keys(body).filter((name) => !envelopeFields.has(name) && name !== 'status');

/** Takes the values of some fields from another body, as an edit on a phone does; the clocks are later than the base's. */
function edited(base: AnyDocument, other: AnyDocument, fields: readonly string[], actor: Actor): AnyDocument {
  const context = testContext({ actor, startMs: Date.parse('2026-04-01T06:00:00.000Z') + DAY_MS });
  return changedRecord(context, base, Object.fromEntries(fields.map((field) => [field, other[field]])));
}

describe.each(records)('a branch of $type', ({ type, setFields }) => {
  const bodies = fc.tuple(arbitraryOf(type), arbitraryOf(type), arbitraryOf(type));

  test('never changes a field that it did not touch, and its own change is kept where nobody else changed it', () => {
    fc.assert(
      fc.property(
        bodies,
        fc.func(fc.constantFrom('mine', 'theirs', 'nobody')),
        ([base, mine, theirs], whose) => {
          const fields = [
            ...new Set([...contentFields(base), ...contentFields(mine), ...contentFields(theirs)]),
          ];
          const myFields = fields.filter((field) => whose(field) === 'mine');
          const theirFields = fields.filter((field) => whose(field) === 'theirs');
          const joined = merge([
            edited(base, mine, myFields, owner),
            edited(base, theirs, theirFields, manager),
          ]);
          for (const field of fields) {
            const source = myFields.includes(field) ? mine : theirFields.includes(field) ? theirs : base;
            const expected = setFields.includes(field)
              ? ((source[field] ?? []) as string[]).toSorted()
              : source[field];
            const got = setFields.includes(field)
              ? ((joined[field] ?? []) as string[]).toSorted()
              : joined[field];
            expect(canonicalJson(got)).toBe(canonicalJson(expected));
          }
        },
      ),
    );
  });

  test('that changed nothing changes nothing', () => {
    fc.assert(
      fc.property(bodies, ([base, mine]) => {
        const change = edited(base, mine, contentFields(mine), owner);
        const joined = merge([base, change]);
        for (const field of contentFields(change))
          expect(canonicalJson(joined[field])).toBe(canonicalJson(change[field]));
      }),
    );
  });

  test.each(setFields)('adds and removes single elements of %s without touching the others', (field) => {
    const elements = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd'), { maxLength: 4 });
    fc.assert(
      fc.property(arbitraryOf(type), elements, elements, elements, (body, start, mine, theirs) => {
        const base = edited(body, { ...body, [field]: start }, [field], owner);
        const apart = (set: readonly string[], actor: Actor): AnyDocument => {
          const context = testContext({ actor, startMs: Date.parse('2026-05-01T06:00:00.000Z') });
          return changedRecord(context, base, { [field]: set });
        };
        const joined = merge([apart(mine, owner), apart(theirs, manager)])[field] as string[];
        for (const element of ['a', 'b', 'c', 'd']) {
          const [was, me, they] = [start, mine, theirs].map((set) => set.includes(element));
          expect(joined.includes(element)).toBe(me === was ? they : me);
        }
      }),
    );
  });
});
