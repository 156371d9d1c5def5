import type { Deposit, DepositDecision } from '#src/documents/deposit.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { bareId } from '#src/ids/document-id.ts';
import type { Money } from '#src/money/money.ts';
import { depositState } from '#src/payments/deposit-state.ts';
import { nextTurn } from '#src/payments/payment-state.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** Cash brought to the bank; `notes` counts pieces per denomination in major units. */
export interface DepositInput {
  /** Whose cash it was; owners may name another person than themselves. */
  readonly person?: string | undefined;
  readonly amount: Money;
  readonly notes?: Readonly<Record<string, number>> | undefined;
  readonly bank?: string | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
}

/** Brings cash to the bank: an owner's counts at once, a manager's waits for an owner's word. */
export function recordDeposit(context: ActContext, input: DepositInput): ActResult {
  if (input.amount <= 0) return problem('amount_not_positive', 'amount');
  const person = input.person ?? context.userId;
  const byOwner = context.role === 'owner';
  if (!byOwner && person !== context.userId) return problem('not_permitted', 'person');
  return act(context, 'record_deposit', [newEntry(context, 'deposit', { ...input, person, byOwner })]);
}

/** An owner confirms or rejects a deposit, or takes that word back. */
export function decideDeposit(
  context: ActContext,
  deposit: Deposit,
  decisions: readonly AnyDocument[],
  input: { readonly verdict: DepositDecision['verdict']; readonly reason?: string | undefined },
): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  const reason = input.reason?.trim();
  if (input.verdict === 'rejected' && (reason ?? '') === '') return problem('reason_needed', 'reason');
  const now = depositState(deposit, decisions);
  if (now.state === input.verdict) return problem('already_decided');
  // What stands without anybody's word cannot be taken back.
  if (input.verdict === 'withdrawn' && !('by' in now)) return problem('not_waiting');
  const turn = nextTurn(decisions);
  return act(context, 'decide_deposit', [
    newEntry(
      context,
      'depositDecision',
      {
        depositId: deposit._id,
        person: deposit.person,
        turn,
        verdict: input.verdict,
        reason: reason === '' ? undefined : reason,
      },
      `depositDecision:${bareId(deposit._id)}:${turn}`,
    ),
  ]);
}
