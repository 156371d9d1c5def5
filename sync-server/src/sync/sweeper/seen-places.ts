import { canonicalJson } from '@revops/domain';
import type { StoredDocument } from '#src/store/document-store.ts';

/** The jobs that are worked on at one time, many times over. */
const maxRemembered = 5000;

/**
 * Where jobs stood when their papers were last looked at: most of a job's revisions move nothing, and looking for its
 * papers costs two look-ups. Memory only; a job that is not in it and ever moved is looked at.
 */
export class SeenPlaces {
  readonly #places = new Map<string, string>();

  /** Whether the papers of this document have to be looked at; remembers that they were. */
  hasMoved(document: StoredDocument): boolean {
    if (document['type'] !== 'job') return false;
    const place = canonicalJson([document['desk'], document['assigned']]);
    const before = this.#places.get(document._id);
    if (this.#places.size >= maxRemembered) this.#places.clear();
    this.#places.set(document._id, place);
    return before === undefined ? everMoved(document) : before !== place;
  }

  /** A job that was written without being looked at here may have been elsewhere meanwhile. */
  forgetOne(id: string): void {
    this.#places.delete(id);
  }

  /** After a step that failed: nothing of it counts as looked at. */
  forget(): void {
    this.#places.clear();
  }
}

/** A change of desk leaves the lost keys behind, a change of people their stamps; the first people came with the job. */
function everMoved(document: StoredDocument): boolean {
  if (Array.isArray(document['was']) && document['was'].length > 0) return true;
  return (
    Object.keys(document['stamps'] ?? {}).some((name) => name.startsWith('assigned/')) &&
    !document._rev.startsWith('1-')
  );
}
