import {
  countedAt,
  followersOf,
  paymentFollowers,
  paymentState,
  type AnyDocument,
  type Payment,
} from '@revops/domain';
import type { PaperPayment } from './paper-source.ts';

/** Who wrote a payment down, and on which phone. */
export interface PaymentNames {
  readonly code: string | undefined;
  readonly collectorName: string;
}

/** Judges a payment by all that follows it, as every screen does. */
export function paperPayment(
  payment: Payment,
  followers: readonly AnyDocument[],
  { code, collectorName }: PaymentNames,
): PaperPayment {
  const { proofs } = paymentFollowers(followersOf(payment, followers));
  const [proof] = proofs.toSorted((a, b) => (a._id < b._id ? 1 : -1));
  return {
    id: payment._id,
    number: code === undefined || payment.n === undefined ? undefined : `${code} · ${payment.n}`,
    amount: payment.amount,
    kind: payment.kind,
    method: payment.method,
    state: paymentState(payment, followers).state,
    utr: proof?.utr,
    collectorName,
    receivedAt: countedAt(payment),
  };
}
