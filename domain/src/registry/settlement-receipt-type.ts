import { deskKey, sortedKeys } from '#src/access/access-keys.ts';
import { settlementReceiptSchema, type SettlementReceipt } from '#src/documents/settlement-receipt.ts';
import type { Settlement } from '#src/documents/settlement.ts';
import { isReceiptOf } from '#src/payments/settlement-state.ts';
import { defineType } from './document-type.ts';
import { writes } from './rules.ts';

export const settlementReceiptType = defineType<SettlementReceipt>({
  type: 'settlementReceipt',
  kind: 'entry',
  version: 1,
  schema: settlementReceiptSchema,
  setFields: [],
  accessOf: (receipt) => sortedKeys([deskKey(receipt.from), deskKey(receipt.to)]),
  headOf: (receipt) => receipt.settlementId,
  // Also an owner only for what the own hands took: of the rest owners speak by a decision.
  may: (actor, _before, after) =>
    writes(actor) && after.to === actor.userId && after.from !== after.to ? undefined : 'not_permitted',
  // Admitted before its hand-over is known, because the receiver's phone may have signal first: it counts only for one
  // that says the same, so that nothing is gained by sending it ahead.
  mayJoin: (_actor, document, { head }) =>
    head === undefined || isReceiptOf(head as unknown as Settlement, document)
      ? undefined
      : 'access_mismatch',
});
