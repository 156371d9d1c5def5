import { deskKey } from '#src/access/access-keys.ts';
import {
  isOwnWaiverId,
  ownWaiverId,
  waiverDecisionSchema,
  waiverSchema,
  type Waiver,
  type WaiverDecision,
} from '#src/documents/waiver.ts';
import { bareId } from '#src/ids/document-id.ts';
import { money } from '#src/money/money.ts';
import { defineType, type Beside } from './document-type.ts';
import { ownDeskOnly } from './rules.ts';

/** What its writer may give alone as it arrives: a manager for a job at the own desk, the workshop's limit of today. */
function allowedOn({ job, workshop }: Beside, waiver: Waiver): number {
  const limit = workshop?.['waiverLimit'];
  if (waiver.byOwner || job?.['desk'] !== waiver.createdBy || typeof limit !== 'number') return 0;
  return Math.max(0, limit);
}

export const waiverType = defineType<Waiver>({
  type: 'waiver',
  kind: 'entry',
  version: 1,
  schema: waiverSchema,
  setFields: [],
  accessOf: (waiver) => [deskKey(waiver.desk)],
  jobOf: (waiver) => waiver.jobId,
  may(actor, _before, after) {
    const refused = ownDeskOnly(actor, after.desk);
    if (refused !== undefined) return refused;
    // Also where an owner vouches for it: nobody's entry is given in an owner's name.
    if (after.byOwner !== ((actor.wroteAs ?? actor.role) === 'owner')) return 'protected_field';
    const isForeign = isOwnWaiverId(after._id) && after._id !== ownWaiverId(after.jobId, after.createdBy);
    return isForeign ? 'invalid_document' : undefined;
  },
  onArrival(waiver, beside) {
    const allowed = allowedOn(beside, waiver);
    return waiver.limit <= allowed ? {} : { limit: money(allowed) };
  },
  // On a cluster two gateways could store one id twice; the claim is who was first. Decisions begin with turn 1.
  claims: (waiver) =>
    isOwnWaiverId(waiver._id)
      ? [{ kind: 'verdict', key: `${bareId(waiver._id)}:0`, holder: waiver._id }]
      : [],
});

export const waiverDecisionType = defineType<WaiverDecision>({
  type: 'waiverDecision',
  kind: 'entry',
  version: 1,
  schema: waiverDecisionSchema,
  setFields: [],
  accessOf: (decision) => [deskKey(decision.desk)],
  headOf: (decision) => decision.waiverId,
  may(actor, _before, after) {
    if (actor.role !== 'owner') return 'not_permitted';
    return after._id === `waiverDecision:${bareId(after.waiverId)}:${after.turn}`
      ? undefined
      : 'invalid_document';
  },
  claims: (decision) => [
    { kind: 'verdict', key: `${bareId(decision.waiverId)}:${decision.turn}`, holder: decision._id },
  ],
});
