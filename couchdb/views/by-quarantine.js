/**
 * Refused documents. Keys: ['all', place] and, until an owner re-admits it, ['open', place], where a place is the arrival
 * and the id, so that pages never split on a tie; ['room', sender] with the room it takes; ['n <device>', n] of entries,
 * with who sent it, so that what was refused does not count as missing.
 */
export function byQuarantine(doc) {
  if (doc.type !== 'quarantine') return;
  var place = doc.receivedAt + ' ' + doc._id;
  emit(['all', place], null);
  if (doc.readmitted === undefined) emit(['open', place], null);
  emit(['room', doc.device || doc.who], doc.room);
  var entry = doc.entry || doc.body;
  if (entry && typeof entry.n === 'number') emit(['n ' + entry.device, entry.n], doc.who);
}
