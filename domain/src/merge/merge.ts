import { sortedKeys } from '#src/access/access-keys.ts';
import { canonical, canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { upgraded } from '#src/upgrades/upgraded.ts';
import { earliest, mergeEntries } from './merge-entries.ts';
import { mergeFields, mergeStamps } from './merge-fields.ts';
import { mergeStatus } from './merge-status.ts';
import { keysBy, readable } from './readable-body.ts';

const byBytes = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The envelope of a record never changes; if two bodies disagree, the smallest bytes win on every phone alike. */
function oldestEnvelope(leaves: readonly AnyDocument[]): Record<string, unknown> {
  const envelopes = leaves.map(({ _id, type, createdAt, offset, createdBy, device }) => ({
    _id,
    type,
    createdAt,
    offset,
    createdBy,
    device,
  }));
  const first = envelopes.toSorted((a, b) => byBytes(canonicalJson(a), canonicalJson(b)))[0];
  return { ...first, schema: Math.max(...leaves.map((leaf) => leaf.schema)) };
}

/** Every key that had, or could have had, the document: nobody is forgotten when a desk leaves, returns and leaves again. */
function everGranted(leaves: readonly AnyDocument[]): string[] {
  return leaves.flatMap((leaf) => {
    const definition = typeNamed(leaf.type);
    return [...(leaf.was ?? []), ...leaf.access, ...keysBy(definition?.potentialKeys, leaf)];
  });
}

function withAccess(body: AnyDocument, leaves: readonly AnyDocument[]): AnyDocument {
  const definition = typeNamed(body.type);
  const granted = sortedKeys(leaves.flatMap((leaf) => leaf.access));
  const access =
    definition === undefined ? granted : keysBy(definition.accessOf, { ...body, access: granted });
  const was = sortedKeys(everGranted(leaves)).filter((key) => !access.includes(key));
  return { ...body, access, ...(was.length === 0 ? {} : { was }) };
}

function mergeRecords(leaves: readonly AnyDocument[]): AnyDocument {
  const setFields = typeNamed(leaves[0]?.type ?? '')?.setFields ?? [];
  const status = mergeStatus(leaves);
  const at = earliest(leaves.map((leaf) => leaf.at));
  const body = {
    ...oldestEnvelope(leaves),
    ...mergeFields(leaves, setFields),
    ...(status === undefined ? {} : { status }),
    ...(at === undefined ? {} : { at }),
    stamps: mergeStamps(leaves),
  } as unknown as AnyDocument;
  return withAccess(body, leaves);
}

/**
 * The join of any number of bodies of one document: a pure, total function of what is stored, without clock,
 * ancestor or user. Commutative, associative, idempotent, and a branch that did not touch a field never changes it.
 * Bodies of an older shape are upgraded first. One body comes back as it is, in canonical key order.
 * @throws when called without a body, which is a bug of the caller.
 */
export function merge(leaves: readonly AnyDocument[]): AnyDocument {
  if (leaves.length === 1 && leaves[0] !== undefined) return canonical(upgraded(leaves[0]));
  const current = leaves.map(upgraded);
  const distinct = [...new Map(current.map((leaf) => [canonicalJson(leaf), leaf])).entries()]
    .toSorted(([a], [b]) => byBytes(a, b))
    .map(([, leaf]) => leaf);
  const [only] = distinct;
  if (only === undefined) throw new Error('merge needs at least one body');
  if (distinct.length === 1) return canonical(only);
  const bodies = distinct.map(readable);
  const kind = typeNamed(bodies[0]?.type ?? '')?.kind;
  const isRecord = kind === undefined ? bodies.some((leaf) => leaf.stamps !== undefined) : kind === 'record';
  return canonical(isRecord ? mergeRecords(bodies) : mergeEntries(bodies));
}
