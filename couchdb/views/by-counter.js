/**
 * How far each device has counted: what a cleared phone must not count again. Keys: ['n', device, n] of entries and
 * ['job', device, number] of jobs, by who numbered and not by the code in the number: nobody counts another's device on.
 */
export function byCounter(doc) {
  if (typeof doc.n === 'number') emit(['n', doc.device, doc.n], null);
  if (doc.type !== 'job' || typeof doc.number !== 'string' || doc.number.length > 14) return;
  var shape = /^(?:[A-Z]{1,2}[1-9]|R0)-([0-9]{4}|[1-9][0-9]{4,})$/;
  var parts = shape.exec(doc.number);
  if (parts && Number(parts[1]) > 0) emit(['job', doc.device, Number(parts[1])], null);
}
