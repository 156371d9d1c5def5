import type { DocumentStore } from '#src/store/document-store.ts';
import { KeptFigures } from './kept-figures.ts';
import type { RunningFigures } from './running-figures.ts';

/** Some 200 MB; a workshop of 10,000 jobs has about 35,000. */
const maxDocuments = 500_000;
/** An owner who looks again after a while finds the figures as they were left. */
const idleMs = 15 * 60_000;

interface Held {
  readonly kept: KeptFigures;
  usedAt: number;
}

/** The figures of the workshops that somebody looks at; the others cost nothing. */
export class FiguresOfWorkshops {
  readonly #now: () => number;
  // Insertion order is the order of last use.
  readonly #held = new Map<string, Held>();
  readonly #limits: { readonly maxDocuments: number; readonly idleMs: number };

  constructor(now: () => number, limits = { maxDocuments, idleMs }) {
    this.#now = now;
    this.#limits = limits;
  }

  /** What `look` makes of a workshop's figures as they are now. */
  async use<T>(
    store: DocumentStore,
    timeZone: string,
    look: (figures: RunningFigures) => T | Promise<T>,
  ): Promise<T> {
    const { kept } = this.#held.get(store.name) ?? { kept: new KeptFigures(store) };
    this.#held.delete(store.name);
    this.#held.set(store.name, { kept, usedAt: this.#now() });
    const found = await kept.use(timeZone, look);
    this.#release(store.name);
    return found;
  }

  get count(): number {
    return this.#held.size;
  }

  /** Lets go of what is idle or too much, least recently used first; whoever asks now keeps theirs however large. */
  #release(inUse: string): void {
    let documents = [...this.#held.values()].reduce((sum, { kept }) => sum + kept.size, 0);
    for (const [name, { kept, usedAt }] of this.#held) {
      const isIdle = Math.abs(this.#now() - usedAt) > this.#limits.idleMs;
      if (name === inUse || (!isIdle && documents <= this.#limits.maxDocuments)) continue;
      this.#held.delete(name);
      documents -= kept.size;
    }
  }
}
