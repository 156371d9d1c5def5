import type { CouchConnection } from './couch-connection.ts';

/** When each node of CouchDB began to run, in ms by CouchDB's own clock. */
export type BootTimes = Readonly<Record<string, number>>;

/** Behind a proxy a restart breaks no socket of ours; then it is noticed after this time. */
const trustedMs = 10_000;

/**
 * The clock in an answer and the time since the start both come in whole seconds, so two readings differ by less than 2 s.
 * A run shorter than this is not told from the next one, and nobody puts files back within it.
 */
const toleranceMs = 2500;

/**
 * Whether CouchDB has been running all the time between two readings. On a cluster one node is enough: what the others
 * lack when they come back they get from it.
 */
export function isSameRun(one: BootTimes, other: BootTimes): boolean {
  return Object.entries(one).some(([node, at]) => Math.abs(at - (other[node] ?? 0)) <= toleranceMs);
}

/** Reads when CouchDB began to run, again whenever it may have ended since. */
export class BootTimesReader {
  readonly #connection: CouchConnection;
  #read: Promise<BootTimes> | undefined;
  #readAt = 0;

  constructor(connection: CouchConnection) {
    this.#connection = connection;
  }

  /** A socket broke: CouchDB may have ended. */
  forget(): void {
    this.#read = undefined;
  }

  current(): Promise<BootTimes> {
    if (this.#read && performance.now() - this.#readAt < trustedMs) return this.#read;
    this.#readAt = performance.now();
    const reading = this.#find();
    this.#read = reading;
    reading.catch(() => {
      if (this.#read === reading) this.#read = undefined;
    });
    return reading;
  }

  async #find(): Promise<BootTimes> {
    const membership = await this.#connection.aside({ kind: 'read', path: '_membership' });
    const { all_nodes: nodes } = membership.body as { readonly all_nodes: readonly string[] };
    const times = await Promise.all(nodes.map((node) => this.#timeOf(node, nodes.length)));
    return Object.fromEntries(times.flatMap((time) => (time ? [time] : [])));
  }

  async #timeOf(node: string, count: number): Promise<readonly [string, number] | undefined> {
    try {
      const { body, atMs } = await this.#connection.asideTimed(`_node/${encodeURIComponent(node)}/_system`);
      return [node, atMs - (body as { readonly uptime: number }).uptime * 1000];
    } catch (error) {
      // A cluster answers for a node that has just gone away.
      if (count > 1) return undefined;
      throw error;
    }
  }
}
