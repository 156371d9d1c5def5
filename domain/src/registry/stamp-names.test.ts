import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { arbitraryOf } from '#src/testing/arbitrary-documents.ts';
import { documentTypes } from './registry.ts';
import { strayStamp } from './stamp-names.ts';

const stamp = '0kabcdefg-0000-phone';
const records = documentTypes.filter((definition) => definition.kind === 'record');
const vehicle = (stamps: Readonly<Record<string, string>>): AnyDocument =>
  ({ _id: 'vehicle:1', type: 'vehicle', stamps }) as unknown as AnyDocument;

describe.each(records)('the stamps of a $type', ({ type }) => {
  test('name its fields and the elements of its sets', () => {
    fc.assert(
      fc.property(arbitraryOf(type), (document) => {
        expect(strayStamp(document)).toBeUndefined();
        expect(strayStamp({ ...document, stamps: { ...document.stamps, colour: stamp } })).toBe('colour');
      }),
      { numRuns: 30 },
    );
  });
});

test('a stamp of an element of no set, of the envelope or of nothing at all is stray', () => {
  for (const name of ['plate/x', 'access', '_id', '', 'desks/', 'desks/a b', `desks/${'x'.repeat(101)}`])
    expect(strayStamp(vehicle({ [name]: stamp }))).toBe(name);
  expect(strayStamp(vehicle({ plate: stamp, archived: stamp, 'customerIds/customer:1': stamp }))).toBe(
    undefined,
  );
});

test('a record remembers three hundred elements and no more', () => {
  const names = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`desks/d${index}`, stamp]));
  expect(strayStamp(vehicle(names(300)))).toBeUndefined();
  expect(strayStamp(vehicle(names(301)))).toBe('desks/d300');
});
