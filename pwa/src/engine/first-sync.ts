import { writeMeta } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import type { Gateway } from './gateway.ts';
import { hearErased } from './hear-erased.ts';
import type { Link } from './link.ts';
import { readReplicaMemory, writeReplicaMemory } from './replica-memory.ts';
import { sweepRows } from './sweep.ts';
import type { Turns } from './turns.ts';

/** How much has come while a replica is filled, and what is to be done at its end. */
export class FirstSync {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  readonly #turns: Turns;
  #total = 0;

  constructor(env: EngineEnv, gateway: Gateway, turns: Turns) {
    this.#env = env;
    this.#gateway = gateway;
    this.#turns = turns;
  }

  async progress(done: number, total: number): Promise<void> {
    this.#total = total;
    await this.#write({ done, total, complete: false });
  }

  /** The replica has everything, and so have the rows. */
  async complete(replica: Replica, link: Link, signal: AbortSignal): Promise<void> {
    const memory = await readReplicaMemory(this.#env);
    if (memory === undefined || (memory.complete && memory.old.length === 0)) return;
    // What is still to be compared must not go.
    if (memory.from !== undefined) return;
    if (memory.sweep) {
      await hearErased(this.#env, this.#gateway, replica, signal);
      await sweepRows(this.#env, replica, this.#turns);
    }
    const old: string[] = [];
    for (const name of memory.old) {
      if (!(await link.destroy(name))) old.push(name);
      await this.#env.step?.('replica:old-destroyed');
    }
    await writeReplicaMemory(this.#env, { name: memory.name, old, complete: true, sweep: false });
    await this.#env.step?.('replica:complete');
    await this.#write({ done: this.#total, total: this.#total, complete: true });
  }

  async #write(progress: { done: number; total: number; complete: boolean }): Promise<void> {
    const { db, fence } = this.#env;
    await writeMeta(db, 'firstSync', progress, { fence });
  }
}
