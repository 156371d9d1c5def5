import type { StoredDocument } from '#src/store/document-store.ts';

/** A person's access keys; an owner reads everything that may leave at all. */
export type Keys = 'all' | readonly string[];

/** Documents of the server carry no `access` and never leave, for nobody. */
export function isReadable(keys: Keys, document: StoredDocument): boolean {
  const access = document['access'];
  if (!Array.isArray(access)) return false;
  return keys === 'all' || access.some((key) => keys.includes(String(key)));
}
