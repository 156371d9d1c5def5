import { randomBytes } from 'node:crypto';
import { seqNumber } from '../document-store.ts';
import { isSameRun, type BootTimes, type BootTimesReader } from './boot-times.ts';
import type { CouchDatabase } from './couch-database.ts';
import { failedWith } from './couch-failure.ts';

export interface Opening {
  readonly opening: string;
  readonly openedAtSeq: string;
}

export interface DatabaseState {
  readonly updateSeq: string;
  readonly docCount: number;
  /** When the database was created. */
  readonly createdAt: string;
  /** Numbers of seqs come from one copy, so that they can be compared. */
  readonly comparable: boolean;
}

/** Kept as a design document: those are changed by compare-and-swap and are on nobody's feed. */
const markPath = '_design/revops-opening';

interface Mark extends Opening {
  readonly createdAt: string;
  readonly boots: BootTimes;
}

/** Local documents are not replicated, so this one tells a database from whatever follows it. */
const birthPath = '_local/revops-birth';

/** Several gateways meet here after a restart; each round one of them succeeds. */
const maxAttempts = 20;

/**
 * Which opening of a database this is, and where its feed stood when it began: a run of CouchDB. Every process makes sure
 * of the mark before it writes, so that nothing is written into files that were put back before the mark tells of it. On
 * a cluster seqs of different copies cannot be compared, so there an opening begins at 0.
 */
export class FeedOpening {
  readonly #database: CouchDatabase;
  readonly #boots: BootTimesReader;
  #known: Mark | undefined;
  #turn: Promise<Mark> | undefined;
  #highest = 0;

  constructor(database: CouchDatabase, boots: BootTimesReader) {
    this.#database = database;
    this.#boots = boots;
  }

  /** The opening of now; costs requests only after a socket broke or a while has passed. */
  async ensure(): Promise<Opening> {
    const boots = await this.#boots.current();
    if (this.#known && isSameRun(this.#known.boots, boots)) return this.#known;
    this.#turn ??= this.#begin(boots).finally(() => (this.#turn = undefined));
    return this.#turn;
  }

  /** The opening that a state just read belongs to. A number below one seen before means other files. */
  async of(state: DatabaseState): Promise<Opening> {
    const number = seqNumber(state.updateSeq);
    const isBack = state.comparable && number < this.#highest;
    this.#highest = isBack ? number : Math.max(number, this.#highest);
    return isBack ? this.#begin(await this.#boots.current(), this.#known?.opening) : this.ensure();
  }

  /** `ended`: an opening that is over, although CouchDB has not ended. */
  async #begin(boots: BootTimes, ended?: string): Promise<Mark> {
    for (let attempt = 1; ; attempt += 1) {
      // In this order: whoever writes a mark meanwhile makes the put below fail.
      const { _rev, mark: stored } = await this.#stored();
      const state = await this.#database.state('aside');
      const createdAt = await this.#createdAt(state);
      const isSameDatabase = stored?.createdAt === createdAt;
      const goesOn =
        stored !== undefined && stored.opening !== ended && isSameDatabase && isSameRun(stored.boots, boots);
      const mark = goesOn
        ? { ...stored, boots }
        : { ...freshOpening(state, isSameDatabase), createdAt, boots };
      // On a cluster nodes end one by one; the mark goes along with those that run.
      const isWritten = goesOn && isSameSet(stored.boots, boots);
      if (isWritten || (await this.#put(mark, _rev))) return (this.#known = mark);
      if (attempt === maxAttempts) throw new Error('the mark of the opening changes too fast');
    }
  }

  /**
   * CouchDB tells the second of a database's creation; its standby may be of the same one. On a cluster copies of a local
   * document may differ, and there no place depends on it.
   */
  async #createdAt({ comparable, createdAt }: DatabaseState): Promise<string> {
    if (!comparable) return createdAt;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const { body } = await this.#database.aside({ kind: 'read', path: birthPath });
        return `${createdAt} ${(body as { readonly birth: string }).birth}`;
      } catch (error) {
        if (!failedWith(error, 404) || attempt === maxAttempts) throw error;
      }
      const body = { birth: randomBytes(8).toString('hex') };
      await this.#database.aside({ kind: 'write', method: 'PUT', path: birthPath, body });
    }
  }

  async #stored(): Promise<{ readonly _rev?: string; readonly mark?: Mark }> {
    try {
      const { body } = await this.#database.aside({ kind: 'read', path: markPath });
      const { _rev, mark } = body as { readonly _rev: string; readonly mark: Mark };
      return { _rev, mark };
    } catch (error) {
      if (failedWith(error, 404)) return {};
      throw error;
    }
  }

  async #put(mark: Mark, _rev: string | undefined): Promise<boolean> {
    const body = { language: 'query', mark, ...(_rev === undefined ? {} : { _rev }) };
    try {
      await this.#database.aside({ kind: 'write', method: 'PUT', path: markPath, body });
      return true;
    } catch (error) {
      if (failedWith(error, 409)) return false;
      throw error;
    }
  }
}

/** A database that was made anew, by replication or a restore, numbers its feed anew: no place of before is good in it. */
const freshOpening = ({ comparable, updateSeq }: DatabaseState, isSameDatabase: boolean): Opening => ({
  opening: randomBytes(8).toString('hex'),
  openedAtSeq: comparable && isSameDatabase ? updateSeq : '0',
});

const isSameSet = (one: BootTimes, other: BootTimes): boolean =>
  Object.keys(other).every((node) => isSameRun({ [node]: one[node] ?? 0 }, other));
