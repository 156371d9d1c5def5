import { isSavedTo, yieldToEvents } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import { FillNeededError } from './failures.ts';
import { fetchBodies, type Fetched } from './fetch-bodies.ts';
import type { FirstSync } from './first-sync.ts';
import type { Folder } from './folder.ts';
import type { Gateway } from './gateway.ts';
import { Listing, type Listed } from './listing.ts';
import { settleUnlisted } from './settle-unlisted.ts';
import { fillReasonOf, noteRestored, readReplicaMemory, writeReplicaMemory } from './replica-memory.ts';
import { writeRevisions } from './write-revisions.ts';

/** The first bodies are a screenful, so that it is there soon; after that a request costs more than its bodies. */
const firstFetch = 200;
const fetchSize = 500;
/** Unpacking an answer keeps this thread, and what it has open on the disk, from going on: somebody who saves waits for it. */
const besideSaves = 100;

interface FillerParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly folder: Folder;
  readonly firstSync: FirstSync;
}

/** Names and roles are on every screen, so they come before the history. */
const isFirst = ({ id }: Listed): boolean => /^(workshop|member|device):/.test(id);

/**
 * Fills a replica from the list of everything the person may read: bodies that are missing, newest first. The list is
 * read anew after a kill, and what has come by then is not fetched again.
 */
export class Filler {
  readonly #parts: FillerParts;
  readonly #accepted = new Set<string>();

  constructor(parts: FillerParts) {
    this.#parts = parts;
  }

  /** The sender has put these into the replica while it is being filled. */
  noteAccepted(ids: readonly string[]): void {
    for (const id of ids) this.#accepted.add(id);
  }

  /** Does nothing for a replica that only has to follow the feed. */
  async run(replica: Replica, signal: AbortSignal): Promise<void> {
    const { env, gateway, folder } = this.#parts;
    // A replica that was lost is noticed by the fold.
    await folder.catchUp(replica);
    const reason = fillReasonOf(await readReplicaMemory(env));
    if (reason === undefined) return this.#accepted.clear();
    const listing = new Listing(env, gateway, signal);
    const run = new FillRun(this.#parts, replica, signal, this.#accepted);
    await run.list(listing);
    await env.step?.('fill:listed');
    await run.fetch();
    const settling = { ...this.#parts, replica, signal, accepted: this.#accepted };
    if (await settleUnlisted(settling, run.held, run.listed)) {
      await noteRestored(env);
      throw new FillNeededError('restored');
    }
    await env.step?.('fill:gone');
    await folder.catchUp(replica);
    await this.#note(listing.seq);
  }

  /** From here the feed goes on; until it has been followed to its end once, the replica is not complete. */
  async #note(since: string): Promise<void> {
    const { env } = this.#parts;
    const memory = await readReplicaMemory(env);
    if (memory === undefined) return;
    const { name, old, sweep, from } = memory;
    const compared = from === undefined ? {} : { from };
    await writeReplicaMemory(env, { name, old, sweep, complete: false, since, ...compared });
    await env.step?.('fill:complete');
  }
}

/** One reading of the list. */
class FillRun {
  readonly #parts: FillerParts;
  readonly #replica: Replica;
  readonly #signal: AbortSignal;
  /** By id, what the replica held when the reading began. */
  held: ReadonlyMap<string, string> = new Map();
  readonly listed = new Map<string, string>();
  readonly #accepted: ReadonlySet<string>;
  #missing: Listed[] = [];
  #done = 0;

  constructor(parts: FillerParts, replica: Replica, signal: AbortSignal, accepted: ReadonlySet<string>) {
    this.#parts = parts;
    this.#replica = replica;
    this.#signal = signal;
    this.#accepted = accepted;
  }

  /** Lists to the end, so that the number on screen is exact; the newest are fetched before the second page is. */
  async list(listing: Listing): Promise<void> {
    const { rows } = await this.#replica.allDocs();
    this.held = new Map(rows.map(({ id, value }) => [id, value.rev]));
    this.#take(await listing.next());
    await this.#progress();
    if (!listing.isEnd) await this.#fetchChunk(this.#missing.splice(0, firstFetch));
    while (!listing.isEnd) this.#take(await listing.next());
    await this.#progress();
    this.#missing = [...this.#missing.filter(isFirst), ...this.#missing.filter((one) => !isFirst(one))];
  }

  /** While one batch is written, the one before becomes rows and the next is on its way. */
  async fetch(): Promise<void> {
    let chunk = this.#missing.splice(0, firstFetch);
    let coming = this.#ask(chunk);
    while (chunk.length > 0) {
      const bodies = await this.#arrived(coming);
      const asked = chunk.length;
      chunk = this.#missing.splice(0, isSavedTo(this.#parts.env.db) ? besideSaves : fetchSize);
      coming = this.#ask(chunk);
      await this.#write(bodies, asked);
    }
    await this.#parts.folder.foldBrought(this.#replica);
  }

  /** Where the network is the slower one, what came last need not wait for it to become rows. */
  async #arrived(coming: Promise<readonly Fetched[]>): Promise<readonly Fetched[]> {
    const soon = await Promise.race([coming, yieldToEvents()]);
    if (soon !== undefined) return soon;
    await this.#parts.folder.foldBrought(this.#replica);
    return coming;
  }

  #take(rows: readonly Listed[]): void {
    for (const row of rows) {
      // The list is read while the workshop works: what changed meanwhile may stand in it twice.
      if (this.listed.has(row.id)) continue;
      this.listed.set(row.id, row.rev);
      if (this.held.get(row.id) === row.rev) this.#done += 1;
      else this.#missing.push(row);
    }
  }

  async #fetchChunk(chunk: readonly Listed[]): Promise<void> {
    await this.#write(await this.#ask(chunk), chunk.length);
  }

  #ask(chunk: readonly Listed[]): Promise<readonly Fetched[]> {
    const { env, gateway } = this.#parts;
    const bodies = chunk.length === 0 ? Promise.resolve([]) : fetchBodies(env, gateway, chunk, this.#signal);
    // It is waited for later; until then its failure is nobody's.
    bodies.catch(() => undefined);
    return bodies;
  }

  async #write(bodies: readonly Fetched[], asked: number): Promise<void> {
    this.#signal.throwIfAborted();
    const { env, folder } = this.#parts;
    if (bodies.every((body) => this.#isNew(body))) await folder.bringNew(this.#replica, bodies);
    else {
      await writeRevisions(env, this.#replica, bodies);
      await env.step?.('fill:written');
      await folder.catchUp(this.#replica);
    }
    this.#done += asked;
    await this.#progress();
  }

  /** Nothing of it is in the replica: its body is all that there is of it. */
  #isNew({ _id, _deleted }: Fetched): boolean {
    return _deleted !== true && !this.held.has(_id) && !this.#accepted.has(_id);
  }

  #progress(): Promise<void> {
    return this.#parts.firstSync.progress(this.#done, this.listed.size);
  }
}
