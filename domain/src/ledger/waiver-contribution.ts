import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Waiver } from '#src/documents/waiver.ts';
import { waiverState } from '#src/payments/waiver-state.ts';
import { workshopDay } from '#src/time/workshop-day.ts';
import { totalKey, type Contribution } from './contribution.ts';

/** What a waiver and its decisions add: always under its state, and to its job only while it counts. */
export function waiverContributions(
  waiver: Waiver,
  decisions: readonly AnyDocument[],
  timeZone: string,
): Contribution[] {
  const { state } = waiverState(waiver, decisions);
  const { amount } = waiver;
  const day = workshopDay(waiver.at ?? waiver.createdAt, timeZone);
  const shares: Contribution[] = [{ key: totalKey.waived(day, state, waiver.createdBy), amount, count: 1 }];
  if (state === 'confirmed') shares.push({ key: totalKey.jobWaived(waiver.jobId), amount, count: 1 });
  return shares;
}
