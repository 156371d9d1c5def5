import { envelopeFields, type AnyDocument } from '#src/documents/envelope.ts';
import type { DocumentType } from './document-type.ts';
import { typeNamed } from './registry.ts';

/** Room for everybody who ever was in a set of a record; behind it a record would be a place to store things in. */
const maxElements = 300;
const elementShape = /^[A-Za-z0-9:._-]{1,100}$/;

const shapes = new Map<string, ReadonlySet<string>>();

/** The fields that a type's schema names, but for the envelope. */
function fieldsOf(definition: DocumentType): ReadonlySet<string> {
  const known = shapes.get(definition.type);
  if (known !== undefined) return known;
  const { shape } = definition.schema as unknown as { readonly shape?: object };
  if (shape === undefined) throw new Error(`the schema of ${definition.type} names no fields`);
  const fields = new Set(Object.keys(shape).filter((name) => !envelopeFields.has(name)));
  shapes.set(definition.type, fields);
  return fields;
}

/**
 * A stamp of a record that belongs to nothing: stamps are united for ever, so each must name a field of the type or an
 * element of one of its sets, and of elements there are only so many.
 */
export function strayStamp(document: AnyDocument): string | undefined {
  const definition = typeNamed(document.type);
  if (definition === undefined || document.stamps === undefined) return undefined;
  const fields = fieldsOf(definition);
  const others = Object.keys(document.stamps).filter((name) => !fields.has(name));
  const isElement = (name: string): boolean =>
    definition.setFields.some(
      (field) => name.startsWith(`${field}/`) && elementShape.test(name.slice(field.length + 1)),
    );
  return others.find((name) => !isElement(name)) ?? others[maxElements];
}
