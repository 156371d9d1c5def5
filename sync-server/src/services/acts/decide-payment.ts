import {
  decidePayment,
  latestDecision,
  paymentFollowers,
  paymentState,
  type AnyDocument,
  type DecisionInput,
  type Payment,
} from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { performAct, type ActParts } from './perform-act.ts';

/** An owner's word on a payment. Saying the same once more changes nothing. */
export async function decidePaymentByRest(
  parts: ActParts,
  paymentId: string,
  input: DecisionInput & { readonly verdict: 'confirmed' | 'rejected' },
): Promise<void> {
  await performAct(parts, async (reader) => {
    const payment = await reader.get<AnyDocument & Payment>(paymentId);
    if (!payment) throw new AppError('not_found', 'There is no such payment.');
    const followers = await reader.followers([paymentId]);
    const { state } = paymentState(payment, followers);
    const { reason } = latestDecision(paymentFollowers(followers).decisions) ?? {};
    const isSaid = state === input.verdict && (state === 'confirmed' || reason === input.reason);
    return (context) =>
      isSaid
        ? { ok: true, value: { id: context.newId(), kind: 'decide_payment', documents: [] } }
        : decidePayment(context, payment, followers, input);
  });
}
