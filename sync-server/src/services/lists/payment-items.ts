import {
  paymentFollowers,
  paymentState,
  type AnyDocument,
  type Payment,
  type PaymentItem,
} from '@revops/domain';
import { groupedBy } from './grouped-by.ts';
import type { ListReader } from './list-reader.ts';

export type StoredPayment = AnyDocument & Payment;

/** Payments as REST shows them, in their order, with what was said of them. */
export async function paymentItems(
  reader: ListReader,
  payments: readonly StoredPayment[],
): Promise<readonly PaymentItem[]> {
  const followers = groupedBy(await reader.followers(payments.map(({ _id }) => _id)), 'paymentId');
  return payments.map((payment) => itemOf(payment, followers(payment._id)));
}

function itemOf(payment: StoredPayment, followers: readonly AnyDocument[]): PaymentItem {
  const { _id: id, jobId, amount, kind, method, transfer, note, collectedBy, receivedAt } = payment;
  const current = paymentState(payment, followers);
  const reason =
    current.state === 'rejected' || current.state === 'cancelled' ? current.by.reason : undefined;
  // What was typed last is what the bank says.
  const proof = paymentFollowers(followers)
    .proofs.filter((one) => one.collectedBy === collectedBy)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))[0];
  return {
    id,
    jobId,
    amount,
    kind,
    method,
    ...(proof === undefined ? {} : { reference: proof.utr }),
    ...(transfer === undefined ? {} : { transfer }),
    ...(note === undefined ? {} : { note }),
    collectedBy,
    receivedAt,
    state: current.state,
    ...(reason === undefined ? {} : { reason }),
  };
}
