import {
  decideHandOver,
  settlementState,
  type AnyDocument,
  type Payment,
  type PaymentGroup,
  type Settlement,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { groupedBy } from '../lists/grouped-by.ts';
import type { ActReader } from './act-reader.ts';
import { performAct, type ActParts } from './perform-act.ts';
import { problemError } from './refusals.ts';

interface Word {
  readonly verdict: 'confirmed' | 'rejected';
  readonly reason?: string;
}

/** The receiver's or an owner's word on a hand-over. An owner's confirmation confirms the payments that it names too. */
export async function decideHandOverByRest(
  parts: ActParts,
  settlementId: string,
  input: Word,
): Promise<void> {
  await performAct(parts, async (reader) => {
    const settlement = await reader.get<AnyDocument & Settlement>(settlementId);
    if (!settlement) throw new AppError('not_found', 'There is no such hand-over.');
    // Before what was said: also of a word that stands already nobody but these may say it.
    const { userId, actor } = parts.caller;
    if (actor.role !== 'owner' && settlement.to !== userId) throw problemError({ code: 'not_permitted' });
    const decisions = await reader.followers([settlementId]);
    const groups = await groupsOf(reader, settlement.payments);
    const now = settlementState(settlement, decisions);
    // A receipt is the receiver's word; an owner's own confirms the payments too.
    const said = now.state !== 'waiting' && now.by.type === 'settlementDecision' ? now.by : undefined;
    const isSaid =
      said?.verdict === input.verdict && (input.verdict === 'confirmed' || said.reason === input.reason);
    return (context) =>
      isSaid
        ? { ok: true, value: { id: context.newId(), kind: 'decide_hand_over', documents: [] } }
        : decideHandOver(context, settlement, decisions, groups, input);
  });
}

async function groupsOf(reader: ActReader, ids: readonly string[]): Promise<readonly PaymentGroup[]> {
  const [payments, followers] = await Promise.all([
    reader.many<AnyDocument & Payment>(ids),
    reader.followers(ids),
  ]);
  const of = groupedBy(followers, 'paymentId');
  return payments.map((payment) => ({ payment, followers: of(payment._id) }));
}
