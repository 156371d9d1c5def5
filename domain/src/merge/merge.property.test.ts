import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { accessOf, documentTypes } from '#src/registry/registry.ts';
import { arbitraryLeaves, arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { merge } from './merge.ts';

const records = documentTypes.filter((definition) => definition.kind === 'record');
const entries = documentTypes.filter((definition) => definition.kind === 'entry');

/** Bodies of one entry: the device's, and access revisions of the gateway beside it. */
const entryLeaves = (type: string): fc.Arbitrary<AnyDocument[]> =>
  fc
    .tuple(
      arbitraryOf(type),
      fc.array(
        fc.record({
          desk: fc.constantFrom('olga', 'meera', 'manoj'),
          was: fc.option(fc.subarray(['desk:a', 'desk:b']), { nil: undefined }),
          at: fc.option(fc.constantFrom('2026-04-01T06:00:00.000Z', '2026-04-02T06:00:00.000Z'), {
            nil: undefined,
          }),
        }),
        { minLength: 3, maxLength: 3 },
      ),
    )
    .map(([body, revisions]) =>
      revisions.map((revision) => {
        const revised = { ...body, ...revision };
        return JSON.parse(JSON.stringify({ ...revised, access: accessOf(revised) })) as AnyDocument;
      }),
    );

const leavesOf = (type: string): fc.Arbitrary<AnyDocument[]> =>
  records.some((definition) => definition.type === type) ? arbitraryLeaves(type) : entryLeaves(type);

const three = (leaves: readonly AnyDocument[]): [AnyDocument, AnyDocument, AnyDocument] => {
  const [a, b, c] = leaves;
  if (a === undefined || b === undefined || c === undefined) throw new Error('three bodies are needed');
  return [a, b, c];
};
const bytes = (body: AnyDocument): string => canonicalJson(body);

describe.each(documentTypes)('the join of bodies of $type', ({ type }) => {
  test('does not depend on their order', () => {
    fc.assert(
      fc.property(leavesOf(type), (leaves) => {
        const [a, b, c] = three(leaves);
        for (const order of [
          [a, c, b],
          [b, a, c],
          [c, b, a],
        ])
          expect(bytes(merge(order))).toBe(bytes(merge([a, b, c])));
      }),
    );
  });

  test('does not depend on how they are grouped', () => {
    fc.assert(
      fc.property(leavesOf(type), (leaves) => {
        const [a, b, c] = three(leaves);
        expect(bytes(merge([merge([a, b]), c]))).toBe(bytes(merge([a, b, c])));
        expect(bytes(merge([a, merge([b, c])]))).toBe(bytes(merge([a, b, c])));
      }),
      { numRuns: 120 },
    );
  });

  test('is the same when a body or the join itself comes again', () => {
    fc.assert(
      fc.property(leavesOf(type), (leaves) => {
        const [a, b] = three(leaves);
        expect(bytes(merge([a, a]))).toBe(bytes(merge([a])));
        const joined = merge([a, b]);
        expect(bytes(merge([joined, a]))).toBe(bytes(joined));
        expect(bytes(merge([joined, b, joined]))).toBe(bytes(joined));
      }),
    );
  });

  test('gives one body back as it is', () => {
    fc.assert(
      fc.property(leavesOf(type), (leaves) => {
        const [body] = three(leaves);
        expect(bytes(merge([body]))).toBe(bytes(body));
      }),
    );
  });
});

test.each(records)(
  'the access of joined $type is accessOf the join, and nobody who had it is forgotten',
  ({ type }) => {
    fc.assert(
      fc.property(arbitraryLeaves(type), (leaves) => {
        const joined = merge(leaves);
        expect(joined.access).toEqual(accessOf(joined));
        const known = new Set([...joined.access, ...(joined.was ?? [])]);
        for (const leaf of leaves)
          for (const key of [...leaf.access, ...(leaf.was ?? [])]) expect(known).toContain(key);
        for (const key of joined.access) expect(joined.was ?? []).not.toContain(key);
      }),
    );
  },
);

test.each(entries)('joining bodies of $type keeps every content field of one of them', ({ type }) => {
  fc.assert(
    fc.property(entryLeaves(type), (leaves) => {
      const { was: _was, at: _at, ...joined } = merge(leaves);
      const contents = leaves.map(({ was: _w, at: _a, ...content }) => canonicalJson(content));
      expect(contents).toContain(canonicalJson(joined));
    }),
  );
});

test('is total: bodies of unknown types and of wrong shapes join, the same in every order', () => {
  const junk = fc.record({
    _id: fc.constant('x:1'),
    type: fc.constantFrom('job', 'payment', 'unheardOf'),
    access: fc.array(fc.string()),
    status: fc.anything(),
    assigned: fc.anything(),
    stamps: fc.option(fc.dictionary(fc.string(), fc.string()), { nil: undefined }),
  });
  fc.assert(
    fc.property(fc.array(junk, { minLength: 2, maxLength: 4 }), (bodies) => {
      const leaves = bodies.map((body) => JSON.parse(JSON.stringify(body)) as AnyDocument);
      expect(bytes(merge(leaves))).toBe(bytes(merge(leaves.toReversed())));
    }),
  );
});

test('refuses to join nothing', () => {
  expect(() => merge([])).toThrow('at least one body');
});
