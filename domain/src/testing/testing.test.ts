import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { may } from '#src/permissions/may.ts';
import { accessOf, documentTypes } from '#src/registry/registry.ts';
import { arbitraryDocuments, arbitraryOf } from './arbitrary-documents.ts';
import { testContext } from './test-context.ts';
import { testPeople } from './test-people.ts';
import { vectorsFor } from './vectors.ts';

test('every registered type has a generator, and no other has one', () => {
  expect(Object.keys(arbitraryDocuments).toSorted()).toEqual(documentTypes.map((one) => one.type).toSorted());
});

test.each(documentTypes)(
  'what is generated for $type fits its schema, its access and JSON',
  ({ type, schema }) => {
    fc.assert(
      fc.property(arbitraryOf(type), (document) => {
        expect(schema.safeParse(document).error).toBeUndefined();
        expect(document.access).toEqual(accessOf(document));
        expect(canonicalJson(JSON.parse(JSON.stringify(document)))).toBe(canonicalJson(document));
      }),
    );
  },
);

describe('shared vectors', () => {
  const { manager, otherManager } = testPeople;
  const vectors = vectorsFor(testContext({ actor: manager }), otherManager.userId);

  test.each(vectors)('$title', ({ body, refusal }) => {
    expect(may(manager, undefined, body as AnyDocument)).toBe(refusal);
  });
});
