import type { Actor } from '#src/access/actor.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import { hlcOf } from '#src/clock/hlc.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import { envelopeFields, type AnyDocument } from '#src/documents/envelope.ts';
import { typeNamed } from '#src/registry/registry.ts';
import { originRefusal } from './may-create.ts';

const originFields = ['_id', 'type', 'createdAt', 'createdBy', 'device', 'offset'] as const;

function mayChange(
  before: AnyDocument,
  after: AnyDocument,
  kind: 'record' | 'entry',
): RefusalCode | undefined {
  if (kind === 'entry') return 'immutable';
  return originFields.some((field) => before[field] !== after[field]) ? 'protected_field' : undefined;
}

/**
 * Whether the actor may turn `before` (the join of what is stored; absent on creation) into `after` (the join with
 * what arrives). Deny by default: an unknown type, a body that does not fit its schema or wrong access keys are refused.
 * @returns the reason of the refusal, or undefined when allowed.
 */
export function may(
  actor: Actor,
  before: AnyDocument | undefined,
  after: AnyDocument,
): RefusalCode | undefined {
  const definition = typeNamed(after.type);
  if (definition === undefined) return 'unknown_type';
  if (!definition.schema.safeParse(after).success) return 'invalid_document';
  if (before !== undefined && before.type !== after.type) return 'protected_field';
  const envelope =
    before === undefined ? originRefusal(actor, after) : mayChange(before, after, definition.kind);
  if (envelope !== undefined) return envelope;
  if (canonicalJson(definition.accessOf(after)) !== canonicalJson(after.access)) return 'access_mismatch';
  return definition.may(actor, before, after);
}

/** Two statuses of one clock that differ: bytes would decide between them, and nobody would have moved the job. */
function sameClock(stored: unknown, incoming: unknown): boolean {
  const [before, after] = [stored, incoming] as { readonly hlc?: unknown }[];
  return before?.hlc !== undefined && before.hlc === after?.hlc && moveOf(before) !== moveOf(after);
}

/** What was lowered for a status says nothing of the move. */
function moveOf(status: object): string {
  const { of: _of, ...move } = status as { readonly of?: unknown };
  return canonicalJson(move);
}

/** The field whose value an incoming body changes without a newer clock, or undefined. */
export function unstampedField(stored: AnyDocument | undefined, incoming: AnyDocument): string | undefined {
  const definition = typeNamed(incoming.type);
  if (definition?.kind !== 'record') return undefined;
  if (sameClock(stored?.['status'], incoming['status'])) return 'status';
  const plain = Object.keys(incoming).filter(
    (name) => !envelopeFields.has(name) && name !== 'status' && !definition.setFields.includes(name),
  );
  return plain.find((name) => {
    const stamp = incoming.stamps?.[name];
    if (stamp === undefined)
      return stored === undefined || canonicalJson(stored[name]) !== canonicalJson(incoming[name]);
    if (stored === undefined || stored.stamps?.[name] === undefined) return false;
    return (
      hlcOf(stored.stamps[name]) === hlcOf(stamp) &&
      canonicalJson(stored[name]) !== canonicalJson(incoming[name])
    );
  });
}
