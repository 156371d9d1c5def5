/**
 * Money and jobs by time, without bodies: what a dashboard adds up. Key: [type, instant]; value: the figures, named as in
 * the document. Jobs stand at their creation and, once completed, also under 'completed'. Money stands where it counts:
 * by the gateway's word if the device's clock was ahead, else when it was received. Of a note it says only that there is one.
 */
export function entriesByTime(doc) {
  var figures = {
    payment: ['jobId', 'desk', 'collectedBy', 'method', 'kind', 'amount', 'byOwner', 'receivedAt', 'at'],
    paymentProof: ['paymentId', 'collectedBy', 'utr'],
    paymentDecision: ['paymentId', 'collectedBy', 'turn', 'verdict', 'answers'],
    paymentCancellation: ['paymentId', 'collectedBy', 'turn'],
    paymentClash: ['paymentId', 'collectedBy'],
    settlement: ['from', 'to', 'amount'],
    settlementDecision: ['settlementId', 'turn', 'verdict'],
    settlementReceipt: ['settlementId', 'from', 'to', 'amount'],
    deposit: ['person', 'amount', 'byOwner'],
    depositDecision: ['depositId', 'turn', 'verdict'],
    waiver: ['jobId', 'desk', 'amount', 'byOwner', 'limit', 'createdBy', 'createdAt', 'at'],
    waiverDecision: ['waiverId', 'turn', 'verdict'],
    job: ['desk', 'estimatedAmount', 'billedAmount', 'createdAt', 'at', 'vehicleId', 'customerId'],
  };
  if (!Object.prototype.hasOwnProperty.call(figures, doc.type)) return;
  var value = {};
  var names = figures[doc.type];
  for (var i = 0; i < names.length; i += 1) {
    if (doc[names[i]] !== undefined) value[names[i]] = doc[names[i]];
  }
  if (doc.type === 'payment' && doc.note !== undefined) value.hasNote = true;
  if (doc.type === 'job') {
    var status = doc.status || {};
    value.status = { value: status.value };
    if (status.completedAt !== undefined) value.status.completedAt = status.completedAt;
    if (status.completedAt !== undefined) emit(['completed', status.completedAt], value);
  }
  emit([doc.type, doc.at || doc.receivedAt || doc.createdAt], value);
}
