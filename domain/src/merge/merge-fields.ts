import { canonicalJson } from '#src/canonical/canonical-json.ts';
import { hlcOf } from '#src/clock/hlc.ts';
import { joinStamps } from '#src/clock/lowered-stamp.ts';
import { envelopeFields, type AnyDocument } from '#src/documents/envelope.ts';

type Stamps = NonNullable<AnyDocument['stamps']>;

/** The clock of a field in one leaf; a field never stamped is older than any stamped one. */
const clockOf = (leaf: AnyDocument, name: string): string => hlcOf(leaf.stamps?.[name]) ?? '';

/** Later clock wins; equal clocks are settled by canonical bytes, an absent value being the smallest. */
function laterValue(a: AnyDocument, b: AnyDocument, field: string): AnyDocument {
  const [clockA, clockB] = [clockOf(a, field), clockOf(b, field)];
  if (clockA !== clockB) return clockA > clockB ? a : b;
  const bytes = (leaf: AnyDocument): string => (leaf[field] === undefined ? '' : canonicalJson(leaf[field]));
  return bytes(a) >= bytes(b) ? a : b;
}

const elementsOf = (leaf: AnyDocument, field: string): string[] => {
  const value = leaf[field];
  return Array.isArray(value)
    ? value.filter((element): element is string => typeof element === 'string')
    : [];
};

/** Each element of a set lives by its own clock; at equal clocks presence wins. */
function mergeSet(leaves: readonly AnyDocument[], field: string): string[] {
  const candidates = new Set(leaves.flatMap((leaf) => elementsOf(leaf, field)));
  const kept = [...candidates].filter((element) => {
    const name = `${field}/${element}`;
    const highest = leaves.map((leaf) => clockOf(leaf, name)).reduce((a, b) => (a > b ? a : b));
    return leaves.some(
      (leaf) => clockOf(leaf, name) === highest && elementsOf(leaf, field).includes(element),
    );
  });
  return kept.toSorted();
}

/** The content fields of all leaves, each from the leaf that changed it last. */
export function mergeFields(
  leaves: readonly AnyDocument[],
  setFields: readonly string[],
): Record<string, unknown> {
  const names = new Set(
    leaves
      .flatMap((leaf) => Object.keys(leaf))
      .filter((name) => !envelopeFields.has(name) && name !== 'status'),
  );
  const merged = new Map<string, unknown>();
  for (const name of names) {
    if (setFields.includes(name)) merged.set(name, mergeSet(leaves, name));
    else {
      const value = leaves.reduce((a, b) => laterValue(a, b, name))[name];
      if (value !== undefined) merged.set(name, value);
    }
  }
  return Object.fromEntries(merged);
}

/** The union of all stamps: of each name the highest, and what was lowered for it while that is higher still. */
export function mergeStamps(leaves: readonly AnyDocument[]): Stamps {
  const merged = new Map<string, Stamps[string]>();
  for (const leaf of leaves) {
    for (const [name, stamp] of Object.entries(leaf.stamps ?? {}))
      merged.set(name, joinStamps(merged.get(name) ?? stamp, stamp));
  }
  return Object.fromEntries(merged);
}
