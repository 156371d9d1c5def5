import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { merge } from './merge.ts';

const named: unknown = JSON.parse('{"__proto__":"a","constructor":"b","toString":{"hlc":1}}');
const junk = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.integer(),
  fc.string(),
  fc.jsonValue(),
  fc.constant(named),
  fc.array(fc.constantFrom('desk:a', 'staff', named), { maxLength: 3 }),
);
const type = fc.oneof(fc.constantFrom('job', 'customer', 'vehicle', 'payment', 'jobEvent', 'later'), junk);
const fields = ['_id', 'schema', 'createdAt', 'access', 'was', 'stamps', 'at', 'status', 'desk', 'desks'];
const others = ['assigned', 'kind', 'shared', 'customerIds', 'collectedBy', 'constructor'];
const body = fc
  .record(
    { type, ...Object.fromEntries([...fields, ...others].map((field) => [field, junk])) },
    { requiredKeys: [] },
  )
  .map((made) => made as unknown as AnyDocument);

test('bodies of a newer or a broken app are merged like any other, in any order', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 2, maxLength: 3 }), (leaves) => {
      expect(canonicalJson(merge(leaves.toReversed()))).toBe(canonicalJson(merge(leaves)));
    }),
    { numRuns: 2000 },
  );
});

test('a field with a name that means something to JavaScript is only a field', () => {
  const text =
    '{"_id":"later:1","type":"later","schema":1,"access":[],"__proto__":{"x":1},"stamps":{"__proto__":"5"}}';
  const one = JSON.parse(text) as AnyDocument;
  const two = { ...one, constructor: 2 } as AnyDocument;
  const merged = JSON.stringify(merge([one, two]));
  expect(merged).toContain('"__proto__":{"x":1}');
  expect(merged).toContain('"stamps":{"__proto__":"5"}');
});
