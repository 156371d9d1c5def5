import * as fc from 'fast-check';
import { sortedKeys } from '#src/access/access-keys.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { envelopeFields } from '#src/documents/envelope.ts';
import { documentTypes } from '#src/registry/registry.ts';
import { arbitraryEntries } from './arbitrary-entries.ts';
import { stampNames, withoutUndefined } from './arbitrary-envelope.ts';
import { arbitraryRecords } from './arbitrary-records.ts';
import { arbitraryFieldStamp } from './arbitrary-values.ts';

/** One generator per registered type, by its name; a test fails when a type has none. */
export const arbitraryDocuments: Readonly<Record<string, fc.Arbitrary<AnyDocument>>> = {
  ...arbitraryRecords,
  ...arbitraryEntries,
};

/** The generator of a type. */
export function arbitraryOf(type: string): fc.Arbitrary<AnyDocument> {
  const arbitrary = arbitraryDocuments[type];
  if (arbitrary === undefined) throw new Error(`no generator for documents of type ${type}`);
  return arbitrary;
}

/** A document of any type that travels. */
export const arbitraryDocument: fc.Arbitrary<AnyDocument> = fc.oneof(
  ...documentTypes.map((definition) => arbitraryOf(definition.type)),
);

const arbitraryWas = fc
  .subarray(['desk:meera', 'desk:manoj', 'desk:gone', 'staff'])
  .map((keys) => (keys.length === 0 ? undefined : keys));

/**
 * Bodies of one record as they may stand beside one another: one envelope, values and clocks of few kinds so that ties
 * happen, fields and stamps missing here and there.
 */
export const arbitraryLeaves = (type: string, count = 3): fc.Arbitrary<AnyDocument[]> =>
  fc.array(arbitraryOf(type), { minLength: count, maxLength: count }).chain((bodies) => {
    const [first] = bodies;
    if (first === undefined) return fc.constant([]);
    const leaf = (body: AnyDocument): fc.Arbitrary<AnyDocument> => {
      const content = Object.entries(body).filter(([name]) => !envelopeFields.has(name));
      const names = stampNames(type, Object.fromEntries(content));
      return fc
        .tuple(
          fc.subarray(names),
          arbitraryWas,
          fc.dictionary(fc.constantFrom(...names, 'desks/manoj', 'phone'), arbitraryFieldStamp),
        )
        .map(([kept, was, extra]) => {
          const stamps = Object.fromEntries(kept.map((name) => [name, body.stamps?.[name]]));
          const { _id, createdAt, createdBy, device, offset } = first;
          return withoutUndefined({
            ...body,
            _id,
            createdAt,
            createdBy,
            device,
            offset,
            stamps: withoutUndefined({ ...stamps, ...extra }),
            was: was === undefined ? undefined : sortedKeys(was.filter((key) => !body.access.includes(key))),
          }) as unknown as AnyDocument;
        });
    };
    return fc.tuple(...bodies.map(leaf)).map((leaves) => leaves);
  });
