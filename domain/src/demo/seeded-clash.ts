import type { AnyDocument } from '#src/documents/envelope.ts';
import type { Payment, PaymentProof } from '#src/documents/payment.ts';
import { bareId } from '#src/ids/document-id.ts';
import { accessOf, typeNamed } from '#src/registry/registry.ts';

/** The word of the gateway on a bank reference that another payment has already. */
export function seededClash(payment: Payment, proof: PaymentProof): AnyDocument {
  const body = {
    _id: `paymentClash:${bareId(payment._id)}:${bareId(proof._id)}`,
    type: 'paymentClash',
    schema: typeNamed('paymentClash')?.version ?? 1,
    createdAt: proof.createdAt,
    offset: 0,
    createdBy: proof.createdBy,
    device: 'server',
    access: [],
    paymentId: payment._id,
    desk: payment.desk,
    collectedBy: payment.collectedBy,
    proofId: proof._id,
  } satisfies AnyDocument;
  return { ...body, access: accessOf(body) };
}
