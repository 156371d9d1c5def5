import {
  acknowledge,
  assertFence,
  journalBatch,
  journalCount,
  lateWork,
  refuse,
  type JournalEntry,
  type Refused,
} from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import { HttpError } from './failures.ts';
import { parsed, type Gateway } from './gateway.ts';
import { readAnswer, type SendAnswer } from './send-answer.ts';
import { batchBytes, batchLimit, countWithin, wholeActs, wireDocument } from './send-batch.ts';
import { Settling } from './settling.ts';
import { writeRevisions } from './write-revisions.ts';
import type { Status } from './status.ts';
import type { Turns } from './turns.ts';

interface SenderParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly status: Status;
  /** Shared with the fold: rows must not go back to what the replica held a moment ago. */
  readonly turns: Turns;
  /** What has come into the replica by sending. */
  readonly onAccepted: (ids: readonly string[]) => void;
}

/** A kill costs at most so many requests sent once more, and so many bodies are held in memory. */
const answersHeld = 5;

/** Posts the journal in order of first save until nothing is left that the server would decide on. */
export class Sender {
  readonly #parts: SenderParts;
  #limit = batchLimit;
  /** It did not know the shape of something that waits. */
  #isServerOutdated = false;

  constructor(parts: SenderParts) {
    this.#parts = parts;
  }

  /** Every step repeats without harm, so a kill anywhere is healed by the next run. */
  async sendAll(replica: Replica, signal: AbortSignal): Promise<void> {
    const { env, status } = this.#parts;
    const undecided = new Set<string>();
    this.#limit = batchLimit;
    let isHeard = false;
    this.#isServerOutdated = false;
    // What is saved or changed meanwhile goes with the next round.
    while (await this.#sendRound(replica, undecided, signal)) isHeard = true;
    if (isHeard || undecided.size > 0)
      status.set({ outdated: this.#isServerOutdated ? 'server' : undefined });
    if (undecided.size > 0) throw new HttpError(503, `${undecided.size} documents undecided`);
    if ((await journalCount(env.db)) > 0) return;
    status.set({ phase: 'idle' });
    if (isHeard) await status.noteHeard();
  }

  /**
   * Once through the journal, one request after the other; what the server has answered is settled here while it works
   * on the next. @returns whether there was anything to send.
   */
  async #sendRound(replica: Replica, undecided: Set<string>, signal: AbortSignal): Promise<boolean> {
    const { env, status } = this.#parts;
    const settling = new Settling(answersHeld);
    let last = 0;
    try {
      for (;;) {
        const entries = await this.#nextBatch(undecided, last);
        if (entries.length === 0) return last > 0;
        status.set({ phase: 'sending' });
        await env.step?.('send:batch-read');
        const answer = await this.#post(entries, signal);
        if (answer === undefined) continue;
        await env.step?.('send:answered');
        last = entries.at(-1)?.order ?? last;
        for (const entry of answer.later) undecided.add(entry.rev);
        this.#isServerOutdated ||= answer.serverOutdated;
        await settling.add(() => this.#settle(replica, answer));
      }
    } finally {
      // Also after a failure: what was answered is not sent again.
      await settling.end();
    }
  }

  /** Undecided documents are passed over: nothing may hold up what stands behind it. */
  async #nextBatch(undecided: ReadonlySet<string>, after: number): Promise<readonly JournalEntry[]> {
    const entries = await journalBatch(this.#parts.env.db, this.#limit + 1 + undecided.size, after);
    const open = entries.filter((entry) => !undecided.has(entry.rev));
    const count = countWithin(open.slice(0, this.#limit), batchBytes);
    return wholeActs(open.slice(0, count + 1), count);
  }

  async #settle(replica: Replica, { accepted, refused }: SendAnswer): Promise<void> {
    await this.#accept(replica, accepted);
    await this.#refuse(refused);
  }

  /** Undefined: too much for one request, so the next try is half of it. */
  async #post(entries: readonly JournalEntry[], signal: AbortSignal): Promise<SendAnswer | undefined> {
    const { env, gateway } = this.#parts;
    const answer = await gateway.ask({
      kind: 'bulk_docs',
      path: `${encodeURIComponent(env.workshopId)}/_bulk_docs`,
      body: JSON.stringify({ new_edits: false, docs: entries.map(wireDocument) }),
      signal,
    });
    const [only] = entries;
    if (answer.status === 413 && only !== undefined) {
      this.#limit = Math.max(1, Math.floor(entries.length / 2));
      if (entries.length > 1) return undefined;
      const reason = 'The document is too large for the server.';
      return {
        accepted: [],
        refused: [{ id: only.id, rev: only.rev, code: 'too_large', reason }],
        later: [],
        serverOutdated: false,
      };
    }
    return readAnswer(entries, parsed(answer));
  }

  async #accept(replica: Replica, entries: readonly JournalEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const { env, turns } = this.#parts;
    const options = { fence: env.fence, userId: env.userId };
    await turns.take(async () => {
      await env.step?.('accept:before-replica');
      await assertFence(env.db, options);
      // Of a document that this person may no longer read, nothing is written back.
      const late = await lateWork(env.db, entries, env.userId);
      const kept = entries.filter(({ id }) => !late.has(id));
      this.#parts.onAccepted(kept.map(({ id }) => id));
      await writeRevisions(env, replica, kept.map(wireDocument));
      await env.step?.('accept:replica-written');
      await acknowledge(env.db, entries, options);
    });
    await env.step?.('accept:journal-cleared');
  }

  async #refuse(refused: readonly Refused[]): Promise<void> {
    if (refused.length === 0) return;
    const { env } = this.#parts;
    await env.step?.('refuse:before-tray');
    await refuse(env.db, refused, { now: env.now, fence: env.fence });
    await env.step?.('refuse:tray-written');
  }
}
