import type { Actor } from '#src/access/actor.ts';
import { deskKey } from '#src/access/access-keys.ts';
import type { RefusalCode } from '#src/contract/error-codes.ts';
import { dayCloseSchema, type DayClose } from '#src/documents/day-close.ts';
import {
  depositDecisionSchema,
  depositSchema,
  type Deposit,
  type DepositDecision,
} from '#src/documents/deposit.ts';
import { bareId } from '#src/ids/document-id.ts';
import { defineType } from './document-type.ts';
import { ownDeskOnly } from './rules.ts';

const readers = ({ person }: { readonly person: string }): string[] => [deskKey(person)];

/** Also where an owner vouches for it: whoever wrote it as a manager could speak of the own cash only. */
const asWritten = (actor: Actor): Actor => ({ ...actor, role: actor.wroteAs ?? actor.role });

export const depositType = defineType<Deposit>({
  type: 'deposit',
  kind: 'entry',
  version: 1,
  schema: depositSchema,
  setFields: [],
  accessOf: readers,
  may(given, _before, after): RefusalCode | undefined {
    const actor = asWritten(given);
    // Counting at once is an owner's word, so nobody else may claim it.
    if (after.byOwner !== (actor.role === 'owner')) return 'protected_field';
    return ownDeskOnly(actor, after.person);
  },
});

export const depositDecisionType = defineType<DepositDecision>({
  type: 'depositDecision',
  kind: 'entry',
  version: 1,
  schema: depositDecisionSchema,
  setFields: [],
  accessOf: readers,
  headOf: (decision) => decision.depositId,
  may(actor, _before, after) {
    if (actor.role !== 'owner') return 'not_permitted';
    return after._id === `depositDecision:${bareId(after.depositId)}:${after.turn}`
      ? undefined
      : 'invalid_document';
  },
  mayJoin: (_actor, document, { head }) =>
    // A false copy would open the word to a stranger.
    head !== undefined && head['person'] !== document.person ? 'access_mismatch' : undefined,
  claims: (decision) => [
    { kind: 'verdict', key: `${bareId(decision.depositId)}:${decision.turn}`, holder: decision._id },
  ],
});

export const dayCloseType = defineType<DayClose>({
  type: 'dayClose',
  kind: 'entry',
  version: 1,
  schema: dayCloseSchema,
  setFields: [],
  accessOf: readers,
  may: (actor, _before, after) => ownDeskOnly(asWritten(actor), after.person),
});
