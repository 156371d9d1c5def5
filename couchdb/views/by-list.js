/**
 * Lists of what a person sees, oldest first. Keys: [list, access key, place], '*' being the owner's key, and a place the
 * instant that the document counts by and its id, so that pages never split on a tie. Lists: each type, and 'job <status>'
 * of jobs that are not over; value: a job's status. Look-ups of the car and the customer that somebody types, without an
 * access key: ['plate', plate, id] and ['phone', last four digits, id], no more of a number than finds it again. What a
 * page of jobs adds up, without bodies: ['money', job id, 0], ['waived', job id, 0] and ['word', head's id, 0]; value: the figures.
 */
export function byList(doc) {
  if (doc.type === 'vehicle' && typeof doc.plate === 'string') emit(['plate', doc.plate, doc._id], null);
  if (doc.type === 'customer' && typeof doc.phone === 'string')
    emit(['phone', doc.phone.slice(-4), doc._id], null);
  var figures = {
    payment: ['jobId', 'amount', 'kind', 'method', 'collectedBy', 'byOwner', 'createdAt', 'access'],
    paymentDecision: ['paymentId', 'collectedBy', 'turn', 'verdict', 'answers', 'access'],
    paymentCancellation: ['paymentId', 'collectedBy', 'turn', 'access'],
    paymentClash: ['paymentId', 'collectedBy', 'access'],
    waiver: ['jobId', 'createdBy', 'amount', 'byOwner', 'limit', 'access'],
    waiverDecision: ['waiverId', 'turn', 'verdict', 'access'],
  };
  if (Object.prototype.hasOwnProperty.call(figures, doc.type)) {
    var value = { _id: doc._id, type: doc.type };
    for (var j = 0; j < figures[doc.type].length; j += 1) {
      var name = figures[doc.type][j];
      if (doc[name] !== undefined) value[name] = doc[name];
    }
    if (doc.type === 'payment') emit(['money', doc.jobId, 0], value);
    else if (doc.type === 'waiver') emit(['waived', doc.jobId, 0], value);
    else emit(['word', doc.paymentId || doc.waiverId, 0], value);
  }
  var listed = ['job', 'payment', 'settlement', 'waiver', 'deposit', 'dayClose'];
  if (listed.indexOf(doc.type) === -1 || !Array.isArray(doc.access)) return;
  var place = (doc.at || doc.receivedAt || doc.createdAt) + ' ' + doc._id;
  var status = doc.type === 'job' && doc.status ? doc.status.value : null;
  var isOver = status === null || status === 'delivered' || status === 'cancelled';
  var readers = ['*'].concat(doc.access);
  for (var i = 0; i < readers.length; i += 1) {
    emit([doc.type, readers[i], place], status);
    if (!isOver) emit(['job ' + status, readers[i], place], status);
  }
}
