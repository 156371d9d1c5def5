import { applyPulled, isSavedTo, readApplied, rebuildIfNeeded, type Applied } from '#src/data/index.ts';
import { bareBody } from './bare-body.ts';
import type { EngineEnv, Replica } from './env.ts';
import { pulledOf } from './leaf-bodies.ts';
import { fillReasonOf, noteFill, readReplicaMemory, type ReplicaMemory } from './replica-memory.ts';
import { seedReplica } from './seed-replica.ts';
import type { Turns } from './turns.ts';
import { writeRevisions } from './write-revisions.ts';

/** Read per page; the data layer cuts it into small transactions. */
const pageSize = 200;

/** The identity that PouchDB gives a database when it makes it: a replica made anew under the old name has another. */
const identityOf = (replica: Replica): Promise<string> =>
  (replica as unknown as { id(): Promise<string> }).id();

/** Its places are numbers in the browser's database, one for each revision. */
const endOf = async (replica: Replica): Promise<number> => Number((await replica.info()).update_seq);

interface NewDocument extends Readonly<Record<string, unknown>> {
  readonly _id: string;
  readonly _rev: string;
}

/** What was put into the replica and into no row yet; `from` and `to` are the replica's places around it. */
interface Written {
  readonly documents: readonly NewDocument[];
  readonly from: number;
  readonly to: number;
}

const isToBeFilled = (memory: ReplicaMemory | undefined): boolean =>
  memory === undefined || (memory.sweep && fillReasonOf(memory) !== undefined);

/** Brings the rows to where the replica is. */
export class Folder {
  readonly #env: EngineEnv;
  readonly #turns: Turns;
  #running: Promise<void> | undefined;
  #again = false;
  #written: Written | undefined;

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
   * Puts documents that the replica does not have into it, while those of the call before become rows: both stand before
   * the same disk, and neither has to wait for the other. A row never shows what the replica has not, because only there
   * the server's word that a right was lost finds it.
   */
  async bringNew(replica: Replica, documents: readonly NewDocument[]): Promise<void> {
    const isDone = await this.#turns.take(async () => {
      const from = await endOf(replica);
      const before = this.#taken(from);
      const isFolded = await this.#writeAndFold(replica, documents, before);
      this.#written = { documents, from, to: from + documents.length };
      return isFolded;
    });
    if (!isDone) await this.catchUp(replica);
  }

  async #writeAndFold(
    replica: Replica,
    documents: readonly NewDocument[],
    before: Written | undefined,
  ): Promise<boolean> {
    const fold = async (): Promise<boolean> => before === undefined || this.#foldWritten(replica, before);
    // Beside somebody who saves one thing after the other: a save would have to wait for both.
    const isEarly = isSavedTo(this.#env.db) ? await fold() : undefined;
    const [written, folded] = await Promise.allSettled([this.#write(replica, documents), isEarly ?? fold()]);
    if (written.status === 'rejected') throw written.reason;
    if (folded.status === 'rejected') throw folded.reason;
    return folded.value;
  }

  /** Rows of what the last `bringNew` brought: for whoever has nothing more to bring for a while. */
  async foldBrought(replica: Replica): Promise<void> {
    const isDone = await this.#turns.take(async () => {
      const last = this.#taken(await endOf(replica));
      return last !== undefined && this.#foldWritten(replica, last);
    });
    if (!isDone) await this.catchUp(replica);
  }

  #taken(end: number): Written | undefined {
    const written = this.#written;
    this.#written = undefined;
    return written?.to === end ? written : undefined;
  }

  async #write(replica: Replica, documents: readonly NewDocument[]): Promise<void> {
    await writeRevisions(this.#env, replica, documents);
    await this.#env.step?.('fill:written');
  }

  /**
   * What was just written is not read back, which costs as much as writing it.
   * @returns false where anything else came between: the rows then follow the replica as always.
   */
  async #foldWritten(replica: Replica, { documents, from, to }: Written): Promise<boolean> {
    const { db, fence, step } = this.#env;
    const identity = `${replica.name} ${await identityOf(replica)}`;
    const applied = await readApplied(db);
    const reached = applied?.replica === identity ? Number(applied.seq) : 0;
    if (reached === to) return true;
    if (reached !== from) return false;
    const pulled = documents.map((one) => ({ id: one._id, rev: one._rev, body: bareBody(one) }));
    await applyPulled(db, pulled, { replica: identity, seq: to }, { fence });
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
    // The rows followed another one: what they have and this one lacks leaves when it is filled. Noted already where the
    // engine chose it; not where the browser threw the former away, or storage was copied without it.
    if (applied !== undefined && !isToBeFilled(await readReplicaMemory(this.#env)))
      await this.#beginAnew(replica);
    return { replica: identity, seq: 0 };
  }

  /** Rows stay on screen meanwhile; those that the server no longer has leave when the pull is complete. */
  async #beginAnew(replica: Replica): Promise<void> {
    // Before it is noted: a kill in between has it done once more.
    await seedReplica(this.#env, replica);
    await noteFill(this.#env, 'new');
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
