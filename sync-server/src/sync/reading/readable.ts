import type { StoredDocument } from '#src/store/document-store.ts';

/** A person's access keys; an owner reads everything that may leave at all. */
export type Keys = 'all' | readonly string[];

/** Documents of the server carry no `access` and never leave, for nobody. */
export function isReadable(keys: Keys, document: StoredDocument): boolean {
  const access = document['access'];
  if (!Array.isArray(access)) return false;
  return keys === 'all' || meets(keys, access);
}

/** Whether the person had the document and lost it: nothing of it leaves any more but word that it is gone. */
export function isLost(keys: Keys, document: StoredDocument): boolean {
  const { was, access } = document;
  if (keys === 'all' || !Array.isArray(was) || !Array.isArray(access)) return false;
  return meets(keys, was) && !meets(keys, access);
}

/** Whether a change of this document is one of the person's feed, as a body or as its removal. */
export const concerns = (keys: Keys, document: StoredDocument): boolean =>
  isReadable(keys, document) || isLost(keys, document);

const meets = (keys: readonly string[], wanted: readonly unknown[]): boolean =>
  wanted.some((key) => keys.includes(String(key)));
