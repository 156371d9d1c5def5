import type { CouchAnswer, CouchCall, CouchConnection } from './couch-connection.ts';
import type { DatabaseState } from './feed-opening.ts';

interface DatabaseInfo {
  readonly update_seq: string;
  readonly doc_count: number;
  readonly instance_start_time: string;
  readonly cluster?: { readonly n?: number };
}

/** Requests to one database. */
export class CouchDatabase {
  readonly #connection: CouchConnection;
  readonly #name: string;

  constructor(connection: CouchConnection, name: string) {
    this.#connection = connection;
    this.#name = encodeURIComponent(name);
  }

  call(call: CouchCall): Promise<CouchAnswer> {
    return this.#connection.call(this.#here(call));
  }

  aside(call: CouchCall): Promise<CouchAnswer> {
    return this.#connection.aside(this.#here(call));
  }

  poll(call: CouchCall, stopped: AbortSignal): Promise<CouchAnswer> {
    return this.#connection.poll(this.#here(call), stopped);
  }

  /** `aside` is for those who hold a place in the queue already and must not wait for another. */
  async state(how: 'call' | 'aside'): Promise<DatabaseState> {
    const { body } = await this[how]({ kind: 'read', path: '' });
    const info = body as DatabaseInfo;
    return {
      updateSeq: info.update_seq,
      docCount: info.doc_count,
      createdAt: info.instance_start_time,
      comparable: info.cluster?.n === 1,
    };
  }

  #here(call: CouchCall): CouchCall {
    return { ...call, path: call.path === '' ? this.#name : `${this.#name}/${call.path}` };
  }
}
