import type { DepositDecision, Deposit } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';

/** Where a deposit stands, and the decision that says so. */
export type DepositState =
  | { readonly state: 'rejected'; readonly by: DepositDecision }
  | { readonly state: 'confirmed'; readonly by?: DepositDecision }
  | { readonly state: 'waiting' };

/** The decision with the highest turn counts; without one, or when it was taken back, an owner's own deposit stands. */
export function depositState(
  deposit: Pick<Deposit, 'byOwner'>,
  documents: readonly AnyDocument[],
): DepositState {
  const decisions = documents.filter(
    (document) => document.type === 'depositDecision',
  ) as unknown as DepositDecision[];
  const latest = decisions.toSorted((a, b) => b.turn - a.turn || (a._id < b._id ? 1 : -1))[0];
  if (latest?.verdict === 'rejected') return { state: 'rejected', by: latest };
  if (latest?.verdict === 'confirmed') return { state: 'confirmed', by: latest };
  return deposit.byOwner ? { state: 'confirmed' } : { state: 'waiting' };
}
