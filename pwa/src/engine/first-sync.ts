import { readMeta, writeMeta } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import type { Link } from './link.ts';
import { readReplicaMemory, writeReplicaMemory } from './replica-memory.ts';
import { sweepRows } from './sweep.ts';
import type { Turns } from './turns.ts';

/** How much has come while a replica is filled for the first time, and what is to be done at its end. */
export class FirstSync {
  readonly #env: EngineEnv;
  readonly #turns: Turns;
  #done = 0;
  #announced = 0;
  #total = 0;
  #isRunning = false;

  constructor(env: EngineEnv, turns: Turns) {
    this.#env = env;
    this.#turns = turns;
  }

  /** At every connection; a replica that was filled once costs nothing more. */
  async begin(): Promise<void> {
    const memory = await readReplicaMemory(this.#env);
    this.#isRunning = memory !== undefined && !memory.complete;
    if (!this.#isRunning) return;
    const before = await readMeta(this.#env.db, 'firstSync');
    this.#done = before?.complete === false ? before.done : 0;
    this.#announced = this.#done;
    this.#total = 0;
  }

  /** A page of `_changes`: what it names and what the server says is still to come. */
  page(rows: number, pending: number): void {
    this.#announced += rows;
    this.#total = Math.max(this.#total, this.#announced + pending);
  }

  async folded(count: number): Promise<void> {
    this.#done += count;
    if (!this.#isRunning) return;
    const total = Math.max(this.#total, this.#done);
    await this.#write({ done: this.#done, total, complete: false });
  }

  /** The replica has everything, and so have the rows. */
  async complete(replica: Replica, link: Link): Promise<void> {
    const memory = await readReplicaMemory(this.#env);
    if (memory === undefined || memory.complete) return;
    if (memory.sweep) await sweepRows(this.#env, replica, this.#turns);
    for (const name of memory.old) {
      await link.destroy(name);
      await this.#env.step?.('replica:old-destroyed');
    }
    await writeReplicaMemory(this.#env, { name: memory.name, old: [], complete: true, sweep: false });
    await this.#env.step?.('replica:complete');
    this.#isRunning = false;
    await this.#write({ done: this.#done, total: this.#done, complete: true });
  }

  async #write(progress: { done: number; total: number; complete: boolean }): Promise<void> {
    const { db, fence } = this.#env;
    await writeMeta(db, 'firstSync', progress, { fence });
  }
}
