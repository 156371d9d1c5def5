import type { AnyDocument } from '#src/documents/envelope.ts';
import { ownWaiverId, type Waiver, type WaiverDecision } from '#src/documents/waiver.ts';

/** What a waiver is worth now, and the decision that says so where one does. */
export type WaiverState =
  | { readonly state: 'confirmed'; readonly by?: WaiverDecision }
  | { readonly state: 'rejected'; readonly by: WaiverDecision }
  | { readonly state: 'waiting' };

/** What a state is found from; everything else of a waiver does not matter to it. */
export type JudgedWaiver = Pick<Waiver, '_id' | 'jobId' | 'createdBy' | 'amount' | 'byOwner' | 'limit'>;

/** Given alone: its writer's one waiver of the job that needs no owner, and no more than was allowed when it arrived. */
export const isWithinLimit = (waiver: JudgedWaiver): boolean =>
  waiver._id === ownWaiverId(waiver.jobId, waiver.createdBy) && waiver.amount <= waiver.limit;

/** The decision with the highest turn. */
export function latestWaiverDecision(documents: readonly AnyDocument[]): WaiverDecision | undefined {
  const decisions = documents.filter(({ type }) => type === 'waiverDecision') as unknown as WaiverDecision[];
  return decisions.toSorted((a, b) => b.turn - a.turn || (a._id < b._id ? 1 : -1))[0];
}

/**
 * The state of a waiver: the owner's last word; without one an owner's own waiver counts, and a manager's within the
 * limit; everything else waits for the owner. A pure function of the waiver and its decisions, in whatever order.
 */
export function waiverState(waiver: JudgedWaiver, documents: readonly AnyDocument[]): WaiverState {
  const decision = latestWaiverDecision(documents);
  if (decision?.verdict === 'confirmed' || decision?.verdict === 'rejected')
    return { state: decision.verdict, by: decision };
  return waiver.byOwner || isWithinLimit(waiver) ? { state: 'confirmed' } : { state: 'waiting' };
}
