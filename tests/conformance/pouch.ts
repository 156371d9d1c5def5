import PouchDB from 'pouchdb';
import memory from 'pouchdb-adapter-memory';
import type { Phone } from '@revops/sync-server/testing';

PouchDB.plugin(memory);

export type Body = Record<string, unknown>;
export type Client = PouchDB.Database<Body>;

type Transport = (url: string, init: RequestInit) => Promise<Response>;

export interface RemoteOptions {
  /** Stands between PouchDB and the network. */
  readonly through?: (pass: Transport) => Transport;
  readonly token?: () => string;
  /** Another gateway than the first one. */
  readonly url?: string;
}

/** PouchDB 9 as any app would use it, and a list of what it asked. */
export class PouchKit {
  readonly requests: string[] = [];
  readonly #opened: Client[] = [];
  #url = '';
  #count = 0;

  use(url: string): void {
    this.#url = url;
  }

  remote(phone: Phone, options: RemoteOptions = {}): Client {
    const url = `${options.url ?? this.#url}/sync/${phone.session.workshop.id}`;
    const pass: Transport = (address, init) => PouchDB.fetch(address, init);
    const send = options.through?.(pass) ?? pass;
    const remote = new PouchDB<Body>(url, {
      fetch: (address, init = {}) => {
        const target = address instanceof Request ? address.url : address;
        const headers = new Headers(init.headers);
        headers.set('authorization', `Bearer ${options.token?.() ?? phone.session.accessToken}`);
        this.requests.push(`${init.method ?? 'GET'} ${target.replace(url, '')}`);
        return send(target, { ...init, headers });
      },
    });
    this.#opened.push(remote);
    return remote;
  }

  replica(): Client {
    this.#count += 1;
    const name = `conformance-${process.pid}-${crypto.randomUUID()}-${this.#count}`;
    const local = new PouchDB<Body>(name, { adapter: 'memory', auto_compaction: true });
    this.#opened.push(local);
    return local;
  }

  asked(path: string): readonly string[] {
    return this.requests.filter((request) => request.includes(path));
  }

  async close(): Promise<void> {
    this.requests.length = 0;
    for (const client of this.#opened.splice(0)) await client.close().catch(() => undefined);
  }
}

/** As our own engine pulls. */
export const tuned = { checkpoint: 'target', batch_size: 1000 } as const;

export const pull = (local: Client, remote: Client, options: object = {}) =>
  local.replicate.from(remote, { batch_size: 500, ...options });

export const push = (local: Client, remote: Client, options: object = {}) =>
  local.replicate.to(remote, options);

/** Everything that a push was told was refused. */
export async function pushed(local: Client, remote: Client) {
  const denied: { readonly doc: { readonly id: string; readonly reason?: string } }[] = [];
  const replication = local.replicate.to(remote);
  void replication.on('denied', (given) => denied.push(given as (typeof denied)[number]));
  return { result: await replication, denied };
}

export const idsOf = async (local: Client): Promise<string[]> =>
  (await local.allDocs()).rows.map((row) => row.id).toSorted();

export const has = (local: Client, id: string): Promise<boolean> =>
  local.get(id).then(
    () => true,
    () => false,
  );
