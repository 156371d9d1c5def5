import { randomBytes } from 'node:crypto';
import { seqNumber } from '../document-store.ts';
import type { BootMark } from './boot-mark.ts';
import { failedWith } from './couch-failure.ts';
import type { CouchDatabase } from './couch-database.ts';

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
  readonly _id: string;
  readonly _rev?: string;
  readonly base: string;
}

interface Known extends Opening {
  readonly base: string;
}

/** Several gateways meet here after a restart; each round one of them succeeds. */
const maxAttempts = 20;

/**
 * Which opening of a database this is, and where its feed stood when it began. Every process makes sure of it before it
 * writes, so that nothing can be written between files that were put back and the mark that tells of them. On a cluster
 * seqs of different copies cannot be compared; there an opening begins at 0, and only the end of all nodes makes one.
 */
export class FeedOpening {
  readonly #database: CouchDatabase;
  readonly #boot: BootMark;
  #known: Known | undefined;
  #turn: Promise<Opening> | undefined;
  #highest = 0;

  constructor(database: CouchDatabase, boot: BootMark) {
    this.#database = database;
    this.#boot = boot;
  }

  /** The opening as far as it is known; costs a request only after a socket broke. */
  async ensure(): Promise<Opening> {
    const boot = await this.#boot.current();
    if (this.#known?.base.startsWith(boot)) return this.#known;
    return this.#settle(boot);
  }

  /** The opening that a state just read belongs to. A number below one seen before means other files. */
  async of(state: DatabaseState): Promise<Opening> {
    const number = seqNumber(state.updateSeq);
    if (state.comparable && number < this.#highest) {
      this.#highest = number;
      this.#known = undefined;
      return this.#begin(await this.#boot.current(), true);
    }
    this.#highest = Math.max(this.#highest, number);
    return this.ensure();
  }

  #settle(boot: string): Promise<Opening> {
    this.#turn ??= this.#begin(boot, false).finally(() => (this.#turn = undefined));
    return this.#turn;
  }

  async #begin(boot: string, evenIfKnown: boolean): Promise<Known> {
    for (let attempt = 1; ; attempt += 1) {
      // In this order: whoever writes a mark meanwhile makes the put below fail.
      const stored = await this.#stored();
      const state = await this.#database.state();
      const base = `${boot}.${state.createdAt}`;
      if (!state.comparable) return (this.#known = { base, opening: base, openedAtSeq: '0' });
      if (stored?.base === base && !evenIfKnown) return (this.#known = toKnown(stored));
      const opening = stored?.base === base ? `${base}.${randomBytes(4).toString('hex')}` : base;
      const mark = { base, opening, openedAtSeq: state.updateSeq };
      if (await this.#put(mark, stored?._rev)) return (this.#known = mark);
      if (attempt === maxAttempts) throw new Error('the mark of the opening changes too fast');
    }
  }

  async #stored(): Promise<Mark | undefined> {
    try {
      const { body } = await this.#database.aside({ kind: 'read', path: markPath });
      return body as Mark;
    } catch (error) {
      if (failedWith(error, 404)) return undefined;
      throw error;
    }
  }

  async #put(mark: Known, _rev: string | undefined): Promise<boolean> {
    const body = { ...mark, language: 'query', ...(_rev === undefined ? {} : { _rev }) };
    try {
      await this.#database.aside({ kind: 'write', method: 'PUT', path: markPath, body });
      return true;
    } catch (error) {
      if (failedWith(error, 409)) return false;
      throw error;
    }
  }
}

const toKnown = ({ base, opening, openedAtSeq }: Mark): Known => ({ base, opening, openedAtSeq });
