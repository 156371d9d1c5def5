import { AppError } from '#src/errors/app-error.ts';
import nano from 'nano';
import { Agent, request } from 'undici';
import { setTimeout as pause } from 'node:timers/promises';
import { CouchFailure } from './couch-failure.ts';
import { addressOf, directRequest, type CouchAddress } from './direct-request.ts';
import { toBytes } from './to-bytes.ts';
import {
  feedGraceMs,
  feedPollMs,
  keepAliveMs,
  maxSockets,
  maxWaiting,
  retryAfterSeconds,
  retryPausesMs,
  timeoutMs,
  type RequestKind,
} from './request-limits.ts';
import { Turnstile } from './turnstile.ts';

export interface CouchCall {
  readonly kind: RequestKind;
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** Already encoded, without the leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: unknown;
  /** Runs once a socket is free, just before the request leaves. */
  readonly before?: () => Promise<void>;
}

export interface CouchAnswer {
  readonly status: number;
  readonly body: unknown;
}

type Client = nano.ServerScope;

/**
 * Requests over sockets that are counted: nano sets databases up, what goes to and fro all day is asked without it.
 * Ordinary requests share a pool behind a bounded queue; long-polls have sockets of their own, or a few hundred waiting
 * workshops would hold every socket (nano issue 267).
 */
export class CouchConnection {
  readonly #address: CouchAddress;
  readonly #pool: Agent;
  readonly #feeds: Agent;
  readonly #client: Client;
  readonly #turnstile = new Turnstile(maxSockets, maxWaiting, retryAfterSeconds);
  readonly #ended = new AbortController();
  readonly #onDisconnect: () => void;

  constructor(url: string, onDisconnect: () => void) {
    this.#address = addressOf(new URL(url));
    this.#onDisconnect = onDisconnect;
    this.#pool = this.#agent(maxSockets);
    this.#feeds = this.#agent(null);
    this.#client = this.#nano(url, this.#pool);
  }

  /** Reads are repeated after a passing failure; a write is not, because it may have been stored. */
  async call(call: CouchCall): Promise<CouchAnswer> {
    const repeatable = call.kind === 'read' || call.kind === 'scan';
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#turnstile.run(async () => {
          await call.before?.();
          return this.#send(this.#pool, call, timeoutMs[call.kind]);
        });
      } catch (error) {
        const pauseMs = repeatable ? retryPausesMs[attempt] : undefined;
        if (pauseMs === undefined || !(error instanceof CouchFailure) || !error.isPassing) throw error;
        if (call.kind === 'scan' && error.isTimeout) throw error;
        await pause(pauseMs * (1 + Math.random()));
      }
    }
  }

  /** Beside the queue, for what requests in the queue wait for. */
  aside(call: CouchCall): Promise<CouchAnswer> {
    return this.#send(this.#feeds, call, timeoutMs[call.kind]);
  }

  /** Together with CouchDB's clock, which nano keeps to itself. (Not by HEAD: undici closes the socket after one.) */
  async asideTimed(path: string): Promise<{ readonly body: unknown; readonly atMs: number }> {
    const { base, authorization } = this.#address;
    try {
      const answer = await request(`${base}/${path}`, {
        dispatcher: this.#feeds,
        headers: { authorization },
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs.read), this.#ended.signal]),
      });
      const body: unknown = await answer.body.json();
      if (answer.statusCode !== 200) throw new CouchFailure(answer.statusCode, `GET ${path}`);
      return { body, atMs: Date.parse(String(answer.headers['date'])) };
    } catch (error) {
      throw error instanceof CouchFailure ? error : new CouchFailure(0, `GET ${path}`, error);
    }
  }

  /** A long-poll on a socket of its own. */
  poll(call: CouchCall, stopped: AbortSignal): Promise<CouchAnswer> {
    return this.#send(this.#feeds, call, feedPollMs + feedGraceMs, stopped);
  }

  /** Waits for running requests, then closes every socket; with `kill` nothing is waited for. */
  async close(how: 'close' | 'kill' = 'close'): Promise<void> {
    if (how === 'close') await this.#turnstile.idle();
    this.#ended.abort();
    await Promise.all([this.#pool.destroy(), this.#feeds.destroy()]);
  }

  async #send(pool: Agent, call: CouchCall, limitMs: number, stopped?: AbortSignal): Promise<CouchAnswer> {
    if (this.#ended.signal.aborted) throw new AppError('unavailable', 'The store is closed.');
    const limit = AbortSignal.timeout(limitMs);
    const signal = AbortSignal.any([limit, this.#ended.signal, ...(stopped ? [stopped] : [])]);
    const { method = 'GET', path } = call;
    try {
      if (call.kind !== 'setup') return await directRequest(pool, this.#address, call, signal);
      return await this.#setUp(call, signal);
    } catch (error) {
      if (error instanceof CouchFailure) throw error;
      const words = limit.aborted ? `no answer within ${limitMs} ms` : (error as Error).message;
      throw new CouchFailure(statusOf(error), `${method} ${path}: ${words}`, error, limit.aborted);
    }
  }

  /** By nano, which answers bodies only: whether it was 201 or 202 says nothing of databases and designs. */
  async #setUp({ method = 'GET', path, query, body }: CouchCall, signal: AbortSignal): Promise<CouchAnswer> {
    const answer: unknown = await this.#client.request({
      method,
      path,
      signal,
      ...(query === undefined ? {} : { qs: query }),
      // As bytes: nano's own stringify asks a function about every value.
      ...(body === undefined ? {} : { body: toBytes(body) }),
    } as nano.RequestOptions);
    // nano makes this of a body that broke off.
    if (answer === '') throw new CouchFailure(0, `${method} ${path}: the answer broke off`);
    return { status: 200, body: answer };
  }

  #agent(connections: number | null): Agent {
    const agent = new Agent({ connections, keepAliveTimeout: keepAliveMs, connect: { timeout: 5000 } });
    agent.on('disconnect', () => this.#onDisconnect());
    agent.on('connectionError', () => this.#onDisconnect());
    return agent;
  }

  #nano(url: string, agent: Agent): Client {
    const config = {
      url,
      parseUrl: false,
      agentOptions: agent,
    };
    return nano(config as unknown as nano.Configuration);
  }
}

function statusOf(error: unknown): number {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 0;
}
