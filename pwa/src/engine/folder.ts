import { applyPulled, readApplied, rebuildIfNeeded, type Applied } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import type { EngineEnv, Replica } from './env.ts';
import { pulledOf } from './leaf-bodies.ts';
import { noteFill } from './replica-memory.ts';
import type { Turns } from './turns.ts';
import { writeRevisions } from './write-revisions.ts';

/** Read per page; the data layer cuts it into small transactions. */
const pageSize = 200;

/** The identity that PouchDB gives a database when it makes it: a replica made anew under the old name has another. */
const identityOf = (replica: Replica): Promise<string> =>
  (replica as unknown as { id(): Promise<string> }).id();

interface NewDocument extends Readonly<Record<string, unknown>> {
  readonly _id: string;
  readonly _rev: string;
}

/** Brings the rows to where the replica is. */
export class Folder {
  readonly #env: EngineEnv;
  readonly #turns: Turns;
  #running: Promise<void> | undefined;
  #again = false;

  constructor(env: EngineEnv, turns: Turns) {
    this.#env = env;
    this.#turns = turns;
  }

  /** Resolves when the rows hold everything that the replica held when this was called. */
  async catchUp(replica: Replica): Promise<void> {
    if (this.#running !== undefined) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run(replica);
    return this.#running;
  }

  /**
   * Puts documents that the replica does not have into it, and into rows. What was just written is not read back, which
   * costs as much as writing it; where anything else came between, the rows follow the replica as always.
   */
  async bringNew(replica: Replica, documents: readonly NewDocument[]): Promise<void> {
    const isDone = await this.#turns.take(() => this.#writeThrough(replica, documents));
    if (!isDone) await this.catchUp(replica);
  }

  async #writeThrough(replica: Replica, documents: readonly NewDocument[]): Promise<boolean> {
    const { db, fence, step } = this.#env;
    const place = await this.#place(replica);
    const { update_seq: start } = await replica.info();
    await writeRevisions(replica, documents);
    await step?.('fill:written');
    const { update_seq: end } = await replica.info();
    const isAlone = Number(place.seq) === Number(start) && Number(end) === Number(start) + documents.length;
    if (!isAlone || documents.length === 0) return false;
    const pulled = documents.map((one) => ({ id: one._id, rev: one._rev, body: bareBody(one) }));
    await applyPulled(db, pulled, { replica: place.replica, seq: end }, { fence });
    await step?.('fold:page-applied');
    return true;
  }

  async #run(replica: Replica): Promise<void> {
    try {
      do {
        this.#again = false;
        await this.#toEnd(replica);
        await rebuildIfNeeded(this.#env.db, { fence: this.#env.fence });
      } while (this.#again);
    } finally {
      // In the same breath as the question above, so that no call falls between the two.
      this.#running = undefined;
    }
  }

  async #toEnd(replica: Replica): Promise<void> {
    let place = await this.#place(replica);
    for (let isEnd = false; !isEnd;) {
      const page = await this.#turns.take(() => this.#page(replica, place));
      place = page.place;
      isEnd = page.isEnd;
    }
  }

  /** Where to go on; another replica, or one that lost its end, is followed from its beginning. */
  async #place(replica: Replica): Promise<Applied> {
    const applied = await readApplied(this.#env.db);
    const identity = `${replica.name} ${await identityOf(replica)}`;
    const { update_seq: end } = await replica.info();
    if (applied?.replica === identity && Number(applied.seq) <= Number(end)) return applied;
    if (applied?.replica.startsWith(`${replica.name} `) === true) await this.#beginAnew();
    return { replica: identity, seq: 0 };
  }

  /** Rows stay on screen meanwhile; those that the server no longer has leave when the pull is complete. */
  #beginAnew(): Promise<void> {
    return noteFill(this.#env, 'new');
  }

  async #page(replica: Replica, place: Applied): Promise<{ place: Applied; isEnd: boolean }> {
    const { db, fence, step } = this.#env;
    const page = await replica.changes({
      since: place.seq,
      limit: pageSize,
      style: 'all_docs',
      conflicts: true,
      include_docs: true,
    });
    const isEnd = page.results.length < pageSize;
    if (page.results.length === 0) return { place, isEnd };
    const pulled = await Promise.all(page.results.map((change) => pulledOf(replica, change)));
    await step?.('fold:page-read');
    const next = { replica: place.replica, seq: page.last_seq };
    const documents = pulled.filter((one) => one !== undefined);
    await applyPulled(db, documents, next, { fence });
    await step?.('fold:page-applied');
    return { place: next, isEnd };
  }
}
