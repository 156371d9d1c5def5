/**
 * Who may read what, newest last. Key: [access key, createdAt]; value: revision. '*' is the owner's key: everything that
 * may ever be replicated.
 */
export function byAccess(doc) {
  if (!Array.isArray(doc.access)) return;
  emit(['*', doc.createdAt], doc._rev);
  for (var i = 0; i < doc.access.length; i += 1) emit([doc.access[i], doc.createdAt], doc._rev);
}
