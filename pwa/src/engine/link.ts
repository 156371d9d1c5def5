import { z } from 'zod';
import { assertFence } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import type { Gateway } from './gateway.ts';
import { fetchFirstDocuments } from './first-documents.ts';
import {
  beginReplica,
  isReplicaOf,
  readReplicaMemory,
  replicaName,
  type ReplicaMemory,
} from './replica-memory.ts';
import { Turns } from './turns.ts';

/** A frozen tab keeps its connection, and deleting a database waits for all of them. */
const destroyLimitMs = 5000;

const welcomeSchema = z.object({ uuid: z.string().min(1) });

export interface Connection {
  readonly replica: Replica;
  readonly uuid: string;
}

/** Holds the replica that fits the person's view and knows whether the server has been asked for it. */
export class Link {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  /** Two answers must not open two replicas at once. */
  readonly #turns = new Turns();
  #open: { readonly name: string; readonly replica: Replica } | undefined;
  #connecting: Promise<Connection> | undefined;

  constructor(env: EngineEnv, gateway: Gateway) {
    this.#env = env;
    this.#gateway = gateway;
  }

  /** The replica of the last run, without asking anybody; undefined on a phone that never synced. */
  async local(): Promise<Replica | undefined> {
    const memory = await readReplicaMemory(this.#env);
    return memory === undefined ? undefined : this.#use(memory.name);
  }

  /** Asks the server which view this is, once until `reset`; both directions wait for the same answer. */
  connect(signal: AbortSignal): Promise<Connection> {
    if (this.#connecting !== undefined) return this.#connecting;
    const connecting = this.#turns.take(() => this.#connect(signal));
    this.#connecting = connecting;
    connecting.catch(() => {
      if (this.#connecting === connecting) this.#connecting = undefined;
    });
    return connecting;
  }

  reset(): void {
    this.#connecting = undefined;
  }

  async askUuid(signal: AbortSignal): Promise<string> {
    return welcomeSchema.parse(await this.#gateway.json({ kind: 'root', path: '', signal })).uuid;
  }

  async close(): Promise<void> {
    const replica = this.#open?.replica;
    this.#open = undefined;
    this.#connecting = undefined;
    if (replica === undefined) return;
    await (this.#env.closeReplica?.(replica) ?? replica.close());
  }

  /** @returns false while another tab holds it; the browser then deletes it when that one lets go. */
  async destroy(name: string): Promise<boolean> {
    const { db, fence } = this.#env;
    // It may be the one that the tab uses which has taken over.
    await assertFence(db, { fence });
    const replica = await this.#env.openReplica(name);
    const late = new Promise<false>((resolve) => {
      this.#env.setTimeout(() => resolve(false), destroyLimitMs);
    });
    return Promise.race([replica.destroy().then(() => true), late]);
  }

  async #connect(signal: AbortSignal): Promise<Connection> {
    const uuid = await this.askUuid(signal);
    const memory = await this.#choose(replicaName(this.#env, uuid));
    const replica = await this.#use(memory.name);
    if (!memory.complete) await fetchFirstDocuments(this.#env, this.#gateway, replica, signal);
    return { replica, uuid };
  }

  async #choose(name: string): Promise<ReplicaMemory> {
    const known = await readReplicaMemory(this.#env);
    if (known !== undefined && isReplicaOf(known.name, name)) return known;
    const old = known === undefined ? [] : [...known.old.filter((one) => one !== name), known.name];
    // A server that was put back may have given other rights with it, and no place in the feed says which it was.
    const from = known === undefined ? {} : { from: [...(known.from ?? []), known.name] };
    const memory = { name, old, complete: false, sweep: known !== undefined, ...from };
    await beginReplica(this.#env, memory);
    await this.#env.step?.('replica:chosen');
    return memory;
  }

  async #use(name: string): Promise<Replica> {
    if (this.#open?.name === name) return this.#open.replica;
    const before = this.#open?.replica;
    const replica = await this.#env.openReplica(name);
    this.#open = { name, replica };
    if (before !== undefined) await (this.#env.closeReplica?.(before) ?? before.close());
    return replica;
  }
}
