import * as fc from 'fast-check';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { arbitraryActor, arbitraryFieldStamp, arbitraryId, arbitraryInstant } from './arbitrary-values.ts';
import { deviceOf } from './test-people.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Leaves out what has no value, as JSON does. */
export const withoutUndefined = (fields: Fields): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The names under which a record's content is stamped: its fields, and the elements of its sets. */
export function stampNames(type: string, fields: Fields): string[] {
  const sets = typeNamed(type)?.setFields ?? [];
  return Object.keys(fields)
    .filter((name) => name !== 'status')
    .flatMap((name) =>
      sets.includes(name) ? (fields[name] as string[]).map((element) => `${name}/${element}`) : [name],
    );
}

function withEnvelope(type: string, content: Fields, own: Fields): AnyDocument {
  const body = {
    type,
    schema: typeNamed(type)?.version ?? 1,
    ...own,
    ...withoutUndefined(content),
    access: [],
  } as unknown as AnyDocument;
  return { ...body, access: typeNamed(type)?.accessOf(body) ?? [] };
}

const arbitraryOrigin = fc.tuple(arbitraryActor, arbitraryInstant).map(([actor, createdAt]) => ({
  createdAt,
  createdBy: actor.userId,
  device: deviceOf(actor),
  offset: 330,
}));

/** An entry of a type around its content; `_id` in the content wins. */
export const arbitraryEntry = (type: string, content: fc.Arbitrary<Fields>): fc.Arbitrary<AnyDocument> =>
  fc
    .tuple(arbitraryId(type), arbitraryOrigin, fc.integer({ min: 1, max: 50 }), content)
    .map(([_id, origin, n, fields]) => withEnvelope(type, fields, { _id, ...origin, n }));

/** A record of a type around its content, every field stamped. */
export const arbitraryRecord = (type: string, content: fc.Arbitrary<Fields>): fc.Arbitrary<AnyDocument> =>
  fc
    .tuple(arbitraryId(type), arbitraryOrigin, content.map(withoutUndefined))
    .chain(([_id, origin, fields]) => {
      const { _id: ownId, ...stamped } = fields;
      const names = stampNames(type, stamped);
      return fc
        .array(arbitraryFieldStamp, { minLength: names.length, maxLength: names.length })
        .map((stamps) =>
          withEnvelope(type, fields, {
            _id: ownId ?? _id,
            ...origin,
            stamps: Object.fromEntries(names.map((name, index) => [name, stamps[index]])),
          }),
        );
    });
