/**
 * Refused documents. Keys: ['all', place] and, until an owner re-admits or dismisses it, ['open', place], where a place is
 * the arrival and the id, so that pages never split on a tie; ['of <id>', place] of open ones, for what it is, and for the
 * job, payment or hand-over that it belongs to; ['room', sender] with the room it takes and whose it is; ['n <device>', n]
 * of entries, with who sent it, so that what was refused does not count as missing.
 */
export function byQuarantine(doc) {
  if (doc.type !== 'quarantine') return;
  var place = doc.receivedAt + ' ' + doc._id;
  emit(['all', place], null);
  if (doc.readmitted === undefined && doc.dismissed === undefined) {
    emit(['open', place], null);
    var body = doc.body || {};
    var about = [doc.docId, body.jobId, body.paymentId, body.settlementId];
    for (var i = 0; i < about.length; i += 1) if (typeof about[i] === 'string') emit(['of ' + about[i], place], null);
  }
  emit(['room', doc.device || doc.who], { room: doc.room, who: doc.who });
  var entry = doc.entry || doc.body;
  if (entry && typeof entry.n === 'number') emit(['n ' + entry.device, entry.n], doc.who);
}
