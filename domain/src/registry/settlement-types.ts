import { deskKey, sortedKeys } from '#src/access/access-keys.ts';
import {
  settlementDecisionSchema,
  settlementSchema,
  type Settlement,
  type SettlementDecision,
} from '#src/documents/settlement.ts';
import { bareId } from '#src/ids/document-id.ts';
import { ownerHasSpoken } from '#src/payments/settlement-state.ts';
import { defineType } from './document-type.ts';

const MAX_RECEIVER_TURN = 1000;

const readers = (document: { from: string; to: string }): string[] =>
  sortedKeys([deskKey(document.from), deskKey(document.to)]);

export const settlementType = defineType<Settlement>({
  type: 'settlement',
  kind: 'entry',
  version: 1,
  schema: settlementSchema,
  setFields: [],
  accessOf: readers,
  may: (actor, _before, after) =>
    actor.role === 'owner' || (actor.role === 'manager' && after.from === actor.userId)
      ? undefined
      : 'not_permitted',
});

export const settlementDecisionType = defineType<SettlementDecision>({
  type: 'settlementDecision',
  kind: 'entry',
  version: 1,
  schema: settlementDecisionSchema,
  setFields: [],
  accessOf: readers,
  headOf: (decision) => decision.settlementId,
  may(actor, _before, after) {
    if (actor.role !== 'owner' && !(actor.role === 'manager' && after.to === actor.userId))
      return 'not_permitted';
    // An owner always has the last word: a receiver cannot use up the turns.
    if (actor.role !== 'owner' && after.turn > MAX_RECEIVER_TURN) return 'not_permitted';
    return after._id === `settlementDecision:${bareId(after.settlementId)}:${after.turn}`
      ? undefined
      : 'invalid_document';
  },
  mayJoin(actor, document, { head, followers }) {
    // A receiver speaks of what was handed over; words sent ahead could name another receiver than the head will.
    if (head === undefined) return actor.role === 'owner' ? undefined : 'head_unknown';
    if (head['from'] !== document.from || head['to'] !== document.to) return 'access_mismatch';
    return actor.role !== 'owner' && ownerHasSpoken(followers, document.turn) ? 'already_decided' : undefined;
  },
  claims: (decision) => [
    { kind: 'verdict', key: `${bareId(decision.settlementId)}:${decision.turn}`, holder: decision._id },
  ],
});
