/**
 * Refused documents. Keys: ['all', place] and, until an owner re-admits it, ['open', place], where a place is the arrival
 * and the id, so that pages never split on a tie; ['room', sender] with the room it takes.
 */
export function byQuarantine(doc) {
  if (doc.type !== 'quarantine') return;
  var place = doc.receivedAt + ' ' + doc._id;
  emit(['all', place], null);
  if (doc.readmitted === undefined) emit(['open', place], null);
  emit(['room', doc.device || doc.who], doc.room);
}
