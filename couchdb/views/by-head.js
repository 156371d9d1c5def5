/** What follows a payment, a hand-over, a deposit or a waiver. Key: id of the head; value: type. */
export function byHead(doc) {
  if (doc.paymentId !== undefined) emit(doc.paymentId, doc.type);
  if (doc.settlementId !== undefined) emit(doc.settlementId, doc.type);
  if (doc.depositId !== undefined) emit(doc.depositId, doc.type);
  if (doc.waiverId !== undefined) emit(doc.waiverId, doc.type);
}
