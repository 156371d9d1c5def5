import type { Readable } from 'node:stream';
import { Agent, type Dispatcher } from 'undici';
import { CouchFailure } from '../couchdb/couch-failure.ts';

/** Sockets of their own, and few: photos must never take the place of text. */
const maxSockets = 8;
const keepAliveMs = 50_000;
/** Until CouchDB answers; for a body, from one piece to the next. */
const silentMs = 30_000;

export interface FilesRequest {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST';
  /** Encoded, with its slash. */
  readonly path: string;
  readonly json?: unknown;
  readonly bytes?: AsyncIterable<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface FilesAnswer {
  readonly status: number;
  readonly json: () => Promise<unknown>;
  readonly stream: Readable;
}

/** Streams to and from one CouchDB. */
export class CouchFilesConnection {
  readonly #origin: string;
  readonly #base: string;
  readonly #authorization: Readonly<Record<string, string>>;
  readonly #agent = new Agent({
    connections: maxSockets,
    keepAliveTimeout: keepAliveMs,
    headersTimeout: silentMs,
    bodyTimeout: silentMs,
    connect: { timeout: 5000 },
  });

  constructor(url: string) {
    const { origin, pathname, username, password } = new URL(url);
    const name = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    this.#origin = origin;
    this.#base = pathname.replace(/\/+$/, '');
    this.#authorization =
      username === '' ? {} : { authorization: `Basic ${Buffer.from(name).toString('base64')}` };
  }

  /** Any of the statuses named; every other, and no answer, is a CouchFailure. */
  async ask(request: FilesRequest, ...expected: readonly number[]): Promise<FilesAnswer> {
    const { method, path } = request;
    const answer = await this.#send(request).catch((error: unknown) => {
      throw new CouchFailure(0, `${method} ${path}: ${(error as Error).message}`, error);
    });
    const { statusCode: status, body } = answer;
    if (expected.includes(status)) return { status, json: () => body.json(), stream: body };
    await body.dump();
    throw new CouchFailure(status, `${method} ${path}: ${status}`);
  }

  /** For an answer of which nothing more is needed; the socket is free again after it. */
  async done(request: FilesRequest, ...expected: readonly number[]): Promise<number> {
    const { status, stream } = await this.ask(request, ...expected);
    stream.resume();
    return status;
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  #send({ method, path, json, bytes, headers }: FilesRequest): Promise<Dispatcher.ResponseData> {
    const body = json === undefined ? bytes : JSON.stringify(json);
    return this.#agent.request({
      origin: this.#origin,
      path: this.#base + path,
      method,
      headers: {
        ...this.#authorization,
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body as unknown as string }),
    });
  }
}
