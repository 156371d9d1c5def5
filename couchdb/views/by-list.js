/**
 * Lists of what a person sees, oldest first. Keys: [list, access key, place], '*' being the owner's key, and a place the
 * instant that the document counts by and its id, so that pages never split on a tie. Lists: each type, and 'job <status>'
 * of jobs that are not over; value: a job's status. Look-ups of the car and the customer that somebody types, without an
 * access key: ['plate', plate, id] and ['phone', last four digits, id], no more of a number than finds it again.
 */
export function byList(doc) {
  if (doc.type === 'vehicle' && typeof doc.plate === 'string') emit(['plate', doc.plate, doc._id], null);
  if (doc.type === 'customer' && typeof doc.phone === 'string')
    emit(['phone', doc.phone.slice(-4), doc._id], null);
  if (doc.type !== 'job' && doc.type !== 'payment' && doc.type !== 'settlement') return;
  if (!Array.isArray(doc.access)) return;
  var place = (doc.at || doc.receivedAt || doc.createdAt) + ' ' + doc._id;
  var status = doc.type === 'job' && doc.status ? doc.status.value : null;
  var isOver = status === null || status === 'delivered' || status === 'cancelled';
  var readers = ['*'].concat(doc.access);
  for (var i = 0; i < readers.length; i += 1) {
    emit([doc.type, readers[i], place], status);
    if (!isOver) emit(['job ' + status, readers[i], place], status);
  }
}
