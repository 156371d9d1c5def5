import type { AnyDocument } from '#src/documents/envelope.ts';
import type { SettlementDecision } from '#src/documents/settlement.ts';

/** Where a hand-over stands, and the decision that says so. */
export type SettlementState =
  | { readonly state: 'confirmed' | 'rejected'; readonly by: SettlementDecision }
  | { readonly state: 'waiting' };

/** The decision with the highest turn counts; withdrawn means waiting again. */
export function settlementState(documents: readonly AnyDocument[]): SettlementState {
  const decisions = documents.filter(
    (document) => document.type === 'settlementDecision',
  ) as unknown as SettlementDecision[];
  const latest = decisions.toSorted((a, b) => b.turn - a.turn || (a._id < b._id ? 1 : -1))[0];
  return latest === undefined || latest.verdict === 'withdrawn'
    ? { state: 'waiting' }
    : { state: latest.verdict, by: latest };
}
