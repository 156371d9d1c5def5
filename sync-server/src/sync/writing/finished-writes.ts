import { typeNamed, type AnyDocument } from '@revops/domain';
import type { ChangesRow } from '#src/store/document-store.ts';
import { bodyOf, type Leaf } from './revisions.ts';

/** What one request left behind, and what its place was taken from. */
interface Finished {
  readonly rev: string;
  readonly roots: readonly string[];
}

/** Some seconds of a busy gateway, until the sweeper comes by; forgetting costs it a look. */
const maxRemembered = 10_000;

/** Work that is never done with the request that stored it. */
const isNote = (id: string): boolean => /^(?:orphans|sharing|workshop):/.test(id);

/**
 * Rows of the feed that need no sweeping: requests of this process stored them and came to their end. Whatever another
 * gateway changes meanwhile makes the documents that stood by it count as unfinished, because their request may have
 * read what was there before. Memory only: after a crash nothing is known, and all is looked at.
 */
export class FinishedWrites {
  readonly #finished = new Map<string, Finished>();
  readonly #changedByOthers = new Set<string>();
  #running = 0;
  /** Requests that began in another one saw rows that are no longer remembered. */
  #era = 0;
  #isRead = false;

  /** A sweeper hears of every row from now on. Without one, nobody could tell what others change. */
  read(): void {
    this.#isRead = true;
  }

  get isEmpty(): boolean {
    return this.#finished.size === 0;
  }

  /** @returns what the request says at its end, once: what it stored, or nothing where it did not come to its end. */
  begin(): (written: readonly Leaf[]) => void {
    // Who begins now reads all that was told so far.
    if (this.#running === 0 && this.isEmpty) this.#changedByOthers.clear();
    this.#running += 1;
    const era = this.#isRead ? this.#era : -1;
    return (written) => {
      this.#running -= 1;
      if (era === this.#era) for (const leaf of written) this.#note(leaf);
    };
  }

  /** Those of the next rows that have to be looked at; the others are forgotten. */
  unfinished(rows: readonly ChangesRow[]): readonly ChangesRow[] {
    for (const row of rows) if (!this.#isFinished(row)) this.#changedByOthers.add(row.id);
    const open = rows.filter((row) => {
      const roots = this.#isFinished(row) ? this.#finished.get(row.id)?.roots : undefined;
      return roots?.every((root) => !this.#changedByOthers.has(root)) !== true;
    });
    for (const { id } of rows) this.#finished.delete(id);
    if (this.#changedByOthers.size > maxRemembered) this.#beginAnew();
    return open;
  }

  #isFinished({ id, leaves }: ChangesRow): boolean {
    return leaves.length === 1 && leaves[0] !== undefined && this.#finished.get(id)?.rev === leaves[0];
  }

  #note(leaf: Leaf): void {
    if (isNote(leaf._id)) return;
    this.#finished.delete(leaf._id);
    this.#finished.set(leaf._id, { rev: leaf._rev, roots: rootsOf(bodyOf(leaf)) });
    const [oldest] = this.#finished.size > maxRemembered ? this.#finished.keys() : [];
    if (oldest !== undefined) this.#finished.delete(oldest);
  }

  #beginAnew(): void {
    this.#era += 1;
    this.#finished.clear();
    this.#changedByOthers.clear();
  }
}

/** What decides where a document stands. */
function rootsOf(document: AnyDocument): readonly string[] {
  const type = typeNamed(document.type);
  const named = [type?.jobOf?.(document), type?.headOf?.(document)].filter((root) => root !== undefined);
  return typeof document['shared'] === 'boolean' ? [...named, 'workshop:self'] : named;
}
