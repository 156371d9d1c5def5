import type { AnyDocument } from '@revops/domain';

/** A body without what CouchDB and PouchDB add to it. */
export function bareBody(document: Readonly<Record<string, unknown>>): AnyDocument {
  const kept = Object.entries(document).filter(([key]) => key === '_id' || !key.startsWith('_'));
  return Object.fromEntries(kept) as unknown as AnyDocument;
}
