import type { RequestHandler, Response } from 'express';
import { openSession, renewSession, type SyncSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { readChangesAnswer, type ChangesAnswer } from './changes-answer.ts';
import { parseChangesQuery, type ChangesQuery } from './changes-query.ts';
import { concerns } from './readable.ts';
import type { Waiter, Woken } from './live-feed.ts';

/** `GET, POST _changes`; stands before parsers of large bodies and before compression, which would hold heartbeats back. */
export function changesHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const query = parseChangesQuery(request);
    response.set('Cache-Control', 'no-store');
    if (query.feed === 'normal') {
      response.json(await readChangesAnswer(session, query, query.since));
      return;
    }
    const reader = new LiveReader(parts, session, query, response);
    await (query.feed === 'longpoll' ? reader.poll() : reader.stream());
  };
}

/** One connection that waits for its person's rows. */
class LiveReader {
  readonly #parts: SyncParts;
  readonly #query: ChangesQuery;
  readonly #response: Response;
  readonly #deadline: number;
  #session: SyncSession;
  #since: string;
  #left: number;

  constructor(parts: SyncParts, session: SyncSession, query: ChangesQuery, response: Response) {
    this.#parts = parts;
    this.#session = session;
    this.#query = query;
    this.#response = response;
    this.#since = query.since;
    this.#left = query.limit;
    this.#deadline = performance.now() + Math.min(query.timeoutMs ?? parts.longpollMs, parts.longpollMs);
  }

  /** Answers as soon as there is a row, or at the end of the poll with none. */
  async poll(): Promise<void> {
    await this.#waiting(async (waiter) => {
      for (;;) {
        const answer = await this.#read();
        if (answer.results.length > 0 || answer.restarted === true) return this.#send(answer);
        const woken = await this.#wait(waiter);
        if (woken === 'closed') return;
        if (woken !== 'rows') return this.#send(answer, woken);
      }
    });
  }

  /** One line per row, until the poll's time is over; CouchDB's replicator then comes back by itself. */
  async stream(): Promise<void> {
    await this.#waiting(async (waiter) => {
      this.#begin();
      for (;;) {
        const answer = await this.#read();
        for (const row of answer.results) this.#response.write(`${JSON.stringify(row)}\n`);
        this.#left -= answer.results.length;
        const woken = this.#left <= 0 ? 'timeout' : answer.pending > 0 ? 'rows' : await this.#wait(waiter);
        if (woken === 'closed') return;
        if (woken === 'rows') continue;
        this.#endConnection(woken);
        this.#response.end(`${JSON.stringify({ last_seq: answer.last_seq, pending: answer.pending })}\n`);
        return;
      }
    });
  }

  async #read(): Promise<ChangesAnswer> {
    const query = { ...this.#query, limit: this.#left };
    const answer = await readChangesAnswer(this.#session, query, this.#since);
    this.#since = answer.last_seq;
    return answer;
  }

  /** Rights may have changed while waiting: what is read next is read with those of that moment. */
  async #wait(waiter: Waiter): Promise<Woken> {
    const woken = await waiter.wait(this.#deadline - performance.now());
    if (woken === 'rows') this.#session = await renewSession(this.#parts, this.#session);
    return woken;
  }

  async #waiting(run: (waiter: Waiter) => Promise<void>): Promise<void> {
    const { feed } = this.#session.workshop;
    const waiter = await feed.join((document) => concerns(this.#session.keys, document));
    const closed = (): void => waiter.tell('closed');
    const beat = this.#query.heartbeatMs && setInterval(() => this.#beat(), this.#query.heartbeatMs);
    this.#response.once('close', closed);
    try {
      await run(waiter);
    } catch (error) {
      if (!this.#response.headersSent) throw error;
      // Too late for a status: the connection ends, and the next request is told why.
      this.#response.destroy();
    } finally {
      clearInterval(beat);
      this.#response.off('close', closed);
      waiter.stop();
    }
  }

  #beat(): void {
    this.#begin();
    this.#response.write('\n');
  }

  #begin(): void {
    if (!this.#response.headersSent) this.#response.type('json').status(200).flushHeaders();
  }

  #send(answer: ChangesAnswer, woken?: Woken): void {
    this.#endConnection(woken);
    if (!this.#response.headersSent) this.#response.json(answer);
    else this.#response.end(JSON.stringify(answer));
  }

  /** A server that ends must not wait for connections that would only fall idle. */
  #endConnection(woken: Woken | undefined): void {
    const { socket } = this.#response;
    if (woken === 'ended') this.#response.once('finish', () => socket?.destroySoon());
  }
}
