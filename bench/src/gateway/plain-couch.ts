/** A database of a plain CouchDB, spoken to as any client does, without a gateway. */
export class PlainCouch {
  readonly url: string;
  /** With name and password, for whoever speaks for a browser. */
  readonly urlWithPassword: string;
  readonly #authorization: string;

  constructor(couchdbUrl: string, name: string) {
    const { origin, username, password } = new URL(couchdbUrl);
    this.url = `${origin}/${name}`;
    this.urlWithPassword = this.url.replace('://', `://${username}:${password}@`);
    this.#authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  }

  static async create(couchdbUrl: string): Promise<PlainCouch> {
    const couch = new PlainCouch(couchdbUrl, `bench-${process.pid}-${Date.now()}`);
    await couch.call('?q=1', { method: 'PUT' });
    return couch;
  }

  async call<T>(path: string, init: { readonly method?: string; readonly body?: object } = {}): Promise<T> {
    const { body, method = body === undefined ? 'GET' : 'POST' } = init;
    const response = await fetch(this.url + path, {
      method,
      headers: { authorization: this.#authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  async destroy(): Promise<void> {
    await this.call('', { method: 'DELETE' });
  }
}
