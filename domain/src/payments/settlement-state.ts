import type { AnyDocument } from '#src/documents/envelope.ts';
import type { SettlementReceipt } from '#src/documents/settlement-receipt.ts';
import type { Settlement, SettlementDecision } from '#src/documents/settlement.ts';

/** What a hand-over is compared by with the receipts that name it. */
export type HandedOver = Pick<Settlement, 'from' | 'to' | 'amount'>;

/** Where a hand-over stands, and the entry that says so. */
export type SettlementState =
  | { readonly state: 'rejected'; readonly by: SettlementDecision }
  | { readonly state: 'confirmed'; readonly by: SettlementDecision | SettlementReceipt }
  | { readonly state: 'waiting' };

/** Whether a receipt speaks of this hand-over and not only of its id: it may have been here first. */
export const isReceiptOf = (settlement: HandedOver, receipt: HandedOver): boolean =>
  receipt.from === settlement.from && receipt.to === settlement.to && receipt.amount === settlement.amount;

/** The decision with the highest turn. */
function latestDecision(documents: readonly AnyDocument[]): SettlementDecision | undefined {
  const decisions = documents.filter(
    (document) => document.type === 'settlementDecision',
  ) as unknown as SettlementDecision[];
  return decisions.toSorted((a, b) => b.turn - a.turn || (a._id < b._id ? 1 : -1))[0];
}

/**
 * Whether an owner has the last word before this turn. Receivers and owners decide, so a word that is not the receiver's
 * is an owner's; no receiver overrules it, or cash would go back into the hands of somebody who gave it away.
 */
export function ownerHasSpoken(documents: readonly AnyDocument[], turn = Number.POSITIVE_INFINITY): boolean {
  const before = documents.filter((one) => typeof one['turn'] !== 'number' || one['turn'] < turn);
  const latest = latestDecision(before);
  return latest !== undefined && latest.verdict !== 'withdrawn' && latest.createdBy !== latest.to;
}

/** What the receiver agreed to face to face, if it is this hand-over. */
function receiptOf(settlement: HandedOver, documents: readonly AnyDocument[]): SettlementReceipt | undefined {
  const receipts = documents.filter(
    (document) => document.type === 'settlementReceipt',
  ) as unknown as SettlementReceipt[];
  return receipts
    .filter((receipt) => isReceiptOf(settlement, receipt))
    .toSorted((a, b) => (a._id < b._id ? -1 : 1))[0];
}

/**
 * The decision with the highest turn counts, and withdrawn means waiting again. Where nobody has decided, the receiver's
 * receipt stands: every later word is said in the knowledge of it.
 */
export function settlementState(settlement: HandedOver, documents: readonly AnyDocument[]): SettlementState {
  const latest = latestDecision(documents);
  if (latest?.verdict === 'rejected') return { state: 'rejected', by: latest };
  if (latest?.verdict === 'confirmed') return { state: 'confirmed', by: latest };
  const receipt = latest === undefined ? receiptOf(settlement, documents) : undefined;
  return receipt === undefined ? { state: 'waiting' } : { state: 'confirmed', by: receipt };
}
