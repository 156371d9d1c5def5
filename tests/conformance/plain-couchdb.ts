/** The CouchDB to compare with and to replicate from; undefined where none is named. */
export const couchdbUrl = process.env['COUCHDB_URL']?.replace(/\/+$/, '');

/** True where the gateway itself stands before CouchDB. */
export const isGatewayOnCouch = process.env['REVOPS_TEST_STORE'] === 'couchdb' && couchdbUrl !== undefined;

export interface PlainAnswer<T> {
  readonly status: number;
  readonly body: T;
}

/** A CouchDB without anything of ours: one database, spoken to as any client would. */
export class PlainCouch {
  readonly name = `conformance-${crypto.randomUUID()}`;
  readonly #base: URL;

  constructor(url: string) {
    this.#base = new URL(url);
  }

  /** As its own replicator is told of a database. */
  get endpoint(): object {
    const { username, password } = this.#base;
    return { url: this.#address(`/${this.name}`), auth: { basic: { username, password } } };
  }

  create(): Promise<PlainAnswer<unknown>> {
    return this.server(`/${this.name}?q=1`, 'PUT');
  }

  remove(): Promise<PlainAnswer<unknown>> {
    return this.server(`/${this.name}`, 'DELETE');
  }

  call<T>(path: string, method = 'GET', body?: unknown): Promise<PlainAnswer<T>> {
    return this.server<T>(`/${this.name}${path}`, method, body);
  }

  async server<T>(path: string, method = 'GET', body?: unknown): Promise<PlainAnswer<T>> {
    const { username, password } = this.#base;
    const response = await fetch(this.#address(path), {
      method,
      headers: {
        authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T };
  }

  #address(path: string): string {
    return `${this.#base.protocol}//${this.#base.host}${path}`;
  }
}

/** A place for a server that is stopped and started again, on either store; what stands on CouchDB is taken away after. */
export class KeptPlace {
  readonly #prefix = `kept-${crypto.randomUUID().slice(0, 8)}-`;

  /** Beside `dataDir`, what a server's configuration needs to find its databases again. */
  get settings(): { readonly couchdbPrefix?: string } {
    return isGatewayOnCouch ? { couchdbPrefix: this.#prefix } : {};
  }

  async remove(): Promise<void> {
    if (!isGatewayOnCouch || couchdbUrl === undefined) return;
    const couch = new PlainCouch(couchdbUrl);
    const { body } = await couch.server<readonly string[]>('/_all_dbs');
    for (const name of body.filter((one) => one.startsWith(this.#prefix)))
      await couch.server(`/${encodeURIComponent(name)}`, 'DELETE');
  }
}
