import type { Actor } from '#src/access/actor.ts';
import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { envelopeFields } from '#src/documents/envelope.ts';

/** The content fields whose values differ between two bodies. */
export function changedFields(before: AnyDocument, after: AnyDocument): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter(
    (name) => !envelopeFields.has(name) && canonicalJson(before[name]) !== canonicalJson(after[name]),
  );
}

/** True for the roles that write in this stage. */
export const writes = (actor: Actor): boolean => actor.role === 'owner' || actor.role === 'manager';

/** The gateway alone writes these; nobody does through `/sync`. */
export const gatewayOnly = (): RefusalCode => 'not_permitted';

/** An owner, or a manager whose own desk the document names. */
export function ownDeskOnly(actor: Actor, desk: string): RefusalCode | undefined {
  if (actor.role === 'owner') return undefined;
  return actor.role === 'manager' && desk === actor.userId ? undefined : 'not_permitted';
}
