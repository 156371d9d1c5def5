import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';

/**
 * A stored body in the shape that this version works with; the same object where it has that shape already, or a newer
 * one. Never throws: a body that no upgrade can read stays as it is, and the schema says what is wrong with it.
 */
export function upgraded(document: AnyDocument): AnyDocument {
  const { upgrades = [], version = 0 } = typeNamed(document.type) ?? {};
  const { schema } = document;
  if (!Number.isInteger(schema) || schema < 1 || schema >= version) return document;
  try {
    return upgrades
      .slice(schema - 1)
      .reduce((body, upgrade, index) => ({ ...upgrade(body), schema: schema + index + 1 }), document);
  } catch {
    return document;
  }
}

/** True for what a newer app has written: this one must neither show it as if it knew it nor write it. */
export function isNewer(document: Pick<AnyDocument, 'type' | 'schema'>): boolean {
  const known = typeNamed(document.type);
  return known === undefined || document.schema > known.version;
}
