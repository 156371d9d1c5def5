import type { Response } from 'express';
import { renewSession, type SyncSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { readChangesAnswer, type ChangesAnswer } from './changes-answer.ts';
import type { ChangesQuery } from './changes-query.ts';
import { livePlace, readLiveAnswer } from './live-answer.ts';
import type { Place } from './live-feed.ts';
import type { Waiter, Woken } from './live-waiters.ts';
import { writeLines } from './write-lines.ts';

const lookAgainMs = 500;
const looks = 6;

/** One connection that waits for its person's rows. */
export class LiveReader {
  readonly #parts: SyncParts;
  readonly #query: ChangesQuery;
  readonly #response: Response;
  readonly #deadline: number;
  #session: SyncSession;
  #since: string;
  #left: number;
  /** Up to where the store was read to its end, for as long as the feed has not told its last row. */
  #reached: Place | undefined;
  /** How often to look again for a row that one copy of a cluster has told and another did not have yet. */
  #looksLeft = 0;

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
        if (woken === 'rows') continue;
        // Past the rows of others meanwhile: the next poll then begins where this process remembers.
        return this.#send((woken === 'timeout' && (await this.#readLive())) || answer, woken);
      }
    });
  }

  /** One line per row, until the poll's time is over; CouchDB's replicator then comes back by itself. */
  async stream(): Promise<void> {
    await this.#waiting(async (waiter) => {
      this.#begin();
      for (;;) {
        const answer = await this.#read();
        await writeLines(this.#response, answer.results, this.#parts.live.limits.takenWithinMs);
        this.#left -= answer.results.length;
        const woken = this.#left <= 0 ? 'timeout' : await this.#wait(waiter, answer.pending > 0);
        if (woken === 'closed') return;
        if (woken === 'rows') continue;
        this.#endConnection(woken);
        this.#response.end(`${JSON.stringify({ last_seq: answer.last_seq, pending: answer.pending })}\n`);
        return;
      }
    });
  }

  async #read(): Promise<ChangesAnswer> {
    return (await this.#readLive()) ?? this.#readStore();
  }

  async #readLive(): Promise<ChangesAnswer | undefined> {
    const place = livePlace(this.#session, this.#since, this.#reached);
    const query = { ...this.#query, limit: this.#left };
    const live = place && (await readLiveAnswer(this.#session, query, place));
    if (!live) return undefined;
    this.#reached = live.end;
    this.#since = live.answer.last_seq;
    return live.answer;
  }

  async #readStore(): Promise<ChangesAnswer> {
    const { workshop } = this.#session;
    const query = { ...this.#query, limit: this.#left };
    const answer = await this.#parts.live.scans.run(workshop.id, async () => {
      // The turn may have come late.
      await this.#renew();
      const mark = workshop.feed.mark();
      const read = await readChangesAnswer(this.#session, query, this.#since);
      this.#reached = read.pending === 0 ? mark : undefined;
      return read;
    });
    this.#since = answer.last_seq;
    return answer;
  }

  /** Rights may have changed while waiting: what is read next is read with those of that moment. */
  async #wait(waiter: Waiter, hasMore = false): Promise<Woken> {
    const { feed } = this.#session.workshop;
    const left = this.#deadline - performance.now();
    const looksAgain = !hasMore && this.#looksLeft > 0 && left > lookAgainMs;
    const told = await waiter.wait(hasMore ? 0 : looksAgain ? lookAgainMs : left);
    if (told === 'rows' && !feed.isOrdered) this.#looksLeft = looks;
    else if (looksAgain) this.#looksLeft -= 1;
    const woken = told === 'timeout' && (hasMore || looksAgain) ? 'rows' : told;
    if (woken !== 'rows') return woken;
    await this.#renew();
    feed.rekey(waiter, this.#session.keys);
    return woken;
  }

  async #renew(): Promise<void> {
    this.#session = await renewSession(this.#parts, this.#session);
  }

  async #waiting(run: (waiter: Waiter) => Promise<void>): Promise<void> {
    const { caller, workshop, keys } = this.#session;
    const { connections, metrics } = this.#parts.live;
    const waiter = await workshop.feed.join(keys);
    const end = (): void => waiter.tell('ended');
    const connection = { userId: caller.userId, workshopId: workshop.id, end };
    const closed = (): void => waiter.tell('closed');
    connections.enter(connection);
    metrics.waitingPolls.inc();
    this.#response.once('close', closed);
    if (this.#response.socket?.destroyed !== false) closed();
    const stopBeating = this.#beat();
    try {
      await run(waiter);
    } catch (error) {
      if (!this.#response.headersSent) throw error;
      // Too late for a status: the connection ends, and the next request is told why.
      this.#response.destroy();
    } finally {
      stopBeating();
      this.#response.off('close', closed);
      connections.leave(connection);
      metrics.waitingPolls.dec();
      workshop.feed.leave(waiter);
    }
  }

  /** Line feeds keep proxies from cutting a quiet connection. */
  #beat(): () => void {
    const { heartbeatMs } = this.#query;
    if (heartbeatMs === undefined) return () => undefined;
    const { clock } = this.#parts.live;
    let alarm = clock.after(heartbeatMs, beat);
    const response = this.#response;
    const begin = (): void => this.#begin();
    function beat(): void {
      begin();
      // A reader that takes nothing needs no more to take.
      if (!response.writableNeedDrain) response.write('\n');
      alarm = clock.after(heartbeatMs ?? Number.POSITIVE_INFINITY, beat);
    }
    return () => alarm.cancel();
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
