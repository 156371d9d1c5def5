import { Agent, request as send, type IncomingMessage, type ServerResponse } from 'node:http';

/** Hands what begins with a prefix on to another server of this machine, and counts it. */
export class Proxy {
  requests = 0;
  readonly #prefixes: readonly string[];
  readonly #target: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  /** @param target its path, if it has one, takes the place of the prefix; its name and password go along. */
  constructor(prefixes: readonly string[], target: string) {
    this.#prefixes = prefixes;
    this.#target = new URL(target);
  }

  take(request: IncomingMessage, response: ServerResponse): boolean {
    const path = request.url ?? '/';
    const prefix = this.#prefixes.find((known) => path.startsWith(known));
    if (prefix === undefined) return false;
    this.requests += 1;
    const { hostname, port, username, password, pathname } = this.#target;
    const headers = { ...request.headers, host: `${hostname}:${port}` };
    const upstream = send({
      agent: this.#agent,
      hostname,
      port,
      method: request.method ?? 'GET',
      path: pathname === '/' ? path : pathname + path.slice(prefix.length),
      headers,
      ...(username === '' ? {} : { auth: `${username}:${password}` }),
    });
    upstream.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    upstream.on('error', () => response.destroy());
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
    return true;
  }
}
