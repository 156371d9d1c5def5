import type { ChangesPage, DocumentStore } from '#src/store/document-store.ts';
import { figuresIn, readFigures } from './figures-source.ts';
import { RunningFigures } from './running-figures.ts';

const rowsPerRead = 500;
/** Further behind than this, reading the index anew is quicker than reading every body that was written meanwhile. */
const maxBehind = 20_000;

/**
 * The figures of a workshop as one process keeps them: read once from the index, then kept up from the feed at each
 * question, so that they are right after anything and a question costs what was written since the last one.
 */
export class KeptFigures {
  readonly #store: DocumentStore;
  #figures: RunningFigures | undefined;
  #opening = '';
  #seq = '0';
  #turn: Promise<unknown> = Promise.resolve();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  get size(): number {
    return this.#figures?.size ?? 0;
  }

  /**
   * What `look` makes of the figures as they are now. One after the other: they stay as they are until it is done, and
   * whoever asks meanwhile waits for the same reading.
   */
  use<T>(timeZone: string, look: (figures: RunningFigures) => T | Promise<T>): Promise<T> {
    const turn = this.#turn.then(async () => look(await this.#catchUp(timeZone)));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #catchUp(timeZone: string): Promise<RunningFigures> {
    const { opening, updateSeq } = await this.#store.info();
    // Files that were put back by hand are another opening: what was read before may never have been written.
    if (this.#figures === undefined || this.#opening !== opening)
      this.#figures = await this.#readAll(timeZone, opening, updateSeq);
    else if (this.#figures.timeZone !== timeZone) this.#figures = inZone(timeZone, this.#figures);
    for (;;) {
      const page = await this.#store.changes({ since: this.#seq, limit: rowsPerRead, includeDocs: true });
      if (page.pending > maxBehind) {
        this.#figures = await this.#readAll(timeZone, opening, (await this.#store.info()).updateSeq);
        continue;
      }
      takePage(this.#figures, page);
      this.#seq = page.lastSeq;
      if (page.pending === 0) return this.#figures;
    }
  }

  /** `seq` was taken before: what is written while it is read comes by the feed, and counts once. */
  async #readAll(timeZone: string, opening: string, seq: string): Promise<RunningFigures> {
    const figures = new RunningFigures(timeZone);
    for await (const documents of readFigures(this.#store)) figures.take(documents);
    this.#opening = opening;
    this.#seq = seq;
    return figures;
  }
}

function takePage(figures: RunningFigures, { rows }: ChangesPage): void {
  const read = rows.map(
    ({ id, deleted, doc }) => [id, deleted || !doc ? undefined : figuresIn(doc)] as const,
  );
  figures.take(read.flatMap(([, document]) => document ?? []));
  figures.drop(read.flatMap(([id, document]) => (document ? [] : [id])));
}

function inZone(timeZone: string, known: RunningFigures): RunningFigures {
  const figures = new RunningFigures(timeZone);
  figures.take(known.documents);
  return figures;
}
