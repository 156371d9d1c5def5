import { randomBytes } from 'node:crypto';
import type { CouchConnection } from './couch-connection.ts';

/** Behind a proxy a restart breaks no socket of ours; then it is noticed after this time. */
const trustedMs = 10_000;

const section = '_config/revops/opening';

/**
 * A random word that CouchDB keeps in memory only: as long as it is there, CouchDB has been running, and nobody can have
 * put other files under it. It is gone when a single node, or every node of a cluster, has ended; a node that comes
 * back alone is given it again, because what its files lack it gets from the others.
 */
export class BootMark {
  readonly #connection: CouchConnection;
  #read: Promise<string> | undefined;
  #readAt = 0;

  constructor(connection: CouchConnection) {
    this.#connection = connection;
  }

  /** A socket broke: CouchDB may have ended. */
  forget(): void {
    this.#read = undefined;
  }

  current(): Promise<string> {
    if (this.#read && performance.now() - this.#readAt < trustedMs) return this.#read;
    this.#readAt = performance.now();
    const reading = this.#find();
    this.#read = reading;
    reading.catch(() => {
      if (this.#read === reading) this.#read = undefined;
    });
    return reading;
  }

  async #find(): Promise<string> {
    const { body } = await this.#connection.aside({ kind: 'read', path: '_membership' });
    const { all_nodes: nodes } = body as { readonly all_nodes: readonly string[] };
    const before = await this.#readAll(nodes);
    const known = smallest(before);
    if (known !== undefined && before.every((mark) => mark === known || mark === 'silent')) return known;
    await this.#write(nodes, known ?? randomBytes(8).toString('hex'));
    // Gateways that do this at the same time agree on one.
    const agreed = smallest(await this.#readAll(nodes));
    if (agreed === undefined) throw new Error('CouchDB does not keep what it was told');
    return agreed;
  }

  async #write(nodes: readonly string[], mark: string): Promise<void> {
    const written = nodes.map((node) =>
      this.#connection
        .asideVolatile({ kind: 'read', method: 'PUT', path: pathOf(node), body: mark })
        .catch(() => undefined),
    );
    await Promise.all(written);
  }

  /** One per node: the word, `undefined` where there is none, `silent` from a node that does not answer. */
  #readAll(nodes: readonly string[]): Promise<readonly (string | undefined)[]> {
    const reads = nodes.map(async (node) => {
      try {
        const { body } = await this.#connection.aside({ kind: 'read', path: pathOf(node) });
        return String(body);
      } catch (error) {
        if ((error as { status?: unknown }).status === 404) return undefined;
        if (nodes.length === 1) throw error;
        return 'silent';
      }
    });
    return Promise.all(reads);
  }
}

const pathOf = (node: string): string => `_node/${encodeURIComponent(node)}/${section}`;

function smallest(marks: readonly (string | undefined)[]): string | undefined {
  return marks
    .flatMap((mark) => (mark === undefined || mark === 'silent' ? [] : [mark]))
    .reduce<string | undefined>(
      (least, mark) => (least === undefined || mark < least ? mark : least),
      undefined,
    );
}
