/** Which audit documents speak of a document, oldest first. Key: [id, arrival]. */
export function byAudited(doc) {
  if (doc.type !== 'audit' || !Array.isArray(doc.rows)) return;
  for (var i = 0; i < doc.rows.length; i += 1) emit([doc.rows[i].id, doc.createdAt], null);
}
