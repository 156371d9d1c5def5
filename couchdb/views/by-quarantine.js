/**
 * Refused documents. Keys: ['all', place] and, until an owner re-admits or dismisses it, ['open', place], where a place is
 * the arrival and the id, so that pages never split on a tie; ['of <job>', place] of open ones that belong to a job;
 * ['room', sender] with the room it takes and whose it is; ['n <device>', n] of entries, with who sent it, so that what was
 * refused does not count as missing.
 */
export function byQuarantine(doc) {
  if (doc.type !== 'quarantine') return;
  var place = doc.receivedAt + ' ' + doc._id;
  emit(['all', place], null);
  if (doc.readmitted === undefined && doc.dismissed === undefined) {
    emit(['open', place], null);
    if (doc.body && typeof doc.body.jobId === 'string') emit(['of ' + doc.body.jobId, place], null);
  }
  emit(['room', doc.device || doc.who], { room: doc.room, who: doc.who });
  var entry = doc.entry || doc.body;
  if (entry && typeof entry.n === 'number') emit(['n ' + entry.device, entry.n], doc.who);
}
