import { decideDeposit, depositState, type AnyDocument, type Deposit } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { performAct, type ActParts } from './perform-act.ts';

interface Word {
  readonly verdict: 'confirmed' | 'rejected';
  readonly reason?: string;
}

/** An owner's word on cash that went to the bank. Saying the same once more changes nothing. */
export async function decideDepositByRest(parts: ActParts, id: string, input: Word): Promise<void> {
  await performAct(parts, async (reader) => {
    const deposit = await reader.get<AnyDocument & Deposit>(id);
    if (!deposit) throw new AppError('not_found', 'There is no such deposit.');
    const decisions = await reader.followers([id]);
    const now = depositState(deposit, decisions);
    const isSaid =
      now.state === input.verdict && (now.state !== 'rejected' || now.by.reason === input.reason);
    return (context) =>
      isSaid
        ? { ok: true, value: { id: context.newId(), kind: 'decide_deposit', documents: [] } }
        : decideDeposit(context, deposit, decisions, input);
  });
}
