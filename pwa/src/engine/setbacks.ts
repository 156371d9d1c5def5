import { FencedOffError, freeRoom, isDiskFull, journalCount, noteFull } from '#src/data/index.ts';
import type { Backoff } from './backoff.ts';
import type { Bell } from './bell.ts';
import type { EngineEnv } from './env.ts';
import {
  AppOutdatedError,
  DeviceClosedError,
  HttpError,
  MemberRemovedError,
  NoAnswerError,
  SignedOutError,
  StoppedError,
} from './failures.ts';
import type { Link } from './link.ts';
import type { Removal } from './removal.ts';
import type { Status } from './status.ts';

/** Whoever was removed may be taken back; the other direction asks meanwhile. */
const removedRestMs = 60_000;
/** The server is asked again, because it may have been put back; the newer app looks for itself. */
const outdatedRestMs = 10 * 60_000;
/** So many failures in a row that no network explains are no accident. */
const patience = 5;

/** Sending, pulling and sending files wait and fail each for themselves. */
export interface Side {
  readonly name: 'send' | 'pull' | 'file';
  readonly bell: Bell;
  readonly backoff: Backoff;
}

interface SetbackParts {
  readonly env: EngineEnv;
  readonly status: Status;
  readonly link: Link;
  readonly removal: Removal;
  readonly wakeSender: () => void;
  readonly isStopped: () => boolean;
  /** Another tab has taken over: nothing of this engine may go on. */
  readonly onFenced: () => void;
}

/** What the engine does when something stands in its way: says so and waits, for a time or for a person. */
export class Setbacks {
  readonly #parts: SetbackParts;

  constructor(parts: SetbackParts) {
    this.#parts = parts;
  }

  /** Resolves when it is time to try again. */
  async meet(error: unknown, side: Side, signal: AbortSignal): Promise<void> {
    const { env, status, link, onFenced } = this.#parts;
    const { bell, backoff } = side;
    // Pulling alone asks for the view again: a new one takes the replica away under whoever uses the old.
    if (side.name === 'pull') link.reset();
    if (error instanceof FencedOffError) return onFenced();
    if (error instanceof MemberRemovedError) return this.#handOver(side, signal);
    if (error instanceof SignedOutError) {
      status.set({ phase: error instanceof DeviceClosedError ? 'closed' : 'signed_out' });
      return bell.wait();
    }
    if (error instanceof AppOutdatedError) {
      status.set({ outdated: 'app' });
      if (side.name === 'send') await this.#sayWaiting();
      return bell.wait(outdatedRestMs);
    }
    if (this.report(error)) await this.#mend(error, side);
    if (error instanceof NoAnswerError) status.set({ online: false });
    if (side.name === 'send') await this.#sayWaiting();
    const restMs = error instanceof HttpError ? (error.retryAfterMs ?? 0) : 0;
    const from = env.now();
    await bell.wait(backoff.next(restMs));
    // What the server asked for is kept even if somebody saves meanwhile.
    for (let left = restMs; left > 0 && !this.#parts.isStopped(); left = restMs - Math.abs(env.now() - from))
      await bell.wait(left);
  }

  /** Tells of what no network explains. @returns whether it was such a thing. */
  report(error: unknown): boolean {
    const isExplained =
      error instanceof NoAnswerError ||
      error instanceof HttpError ||
      error instanceof StoppedError ||
      error instanceof MemberRemovedError;
    // A full disk is for the pill, not for whoever looks for bugs.
    if (!isExplained && !isDiskFull(error)) this.#parts.env.onError?.(error);
    return !isExplained;
  }

  /** A full disk gets room; else the replica's connection may have died, which PouchDB never notices by itself. */
  async #mend(error: unknown, { backoff }: Side): Promise<void> {
    const { env, link } = this.#parts;
    try {
      if (isDiskFull(error)) {
        await freeRoom(env.db);
        await noteFull(env.db, env.now);
      }
      await link.close();
    } catch {
      // What does not even close is left to the next worker.
    }
    if (backoff.failures >= patience) env.onBroken?.();
  }

  /** One direction hands over; both ask again after a while whether the person is back. */
  async #handOver({ name, bell }: Side, signal: AbortSignal): Promise<void> {
    const { link, status, removal, wakeSender } = this.#parts;
    link.reset();
    if (name !== 'send') {
      status.set({ phase: 'removed' });
      wakeSender();
      return bell.wait(removedRestMs);
    }
    let restMs = removedRestMs;
    try {
      restMs = await removal.run(signal);
    } catch (error) {
      if (signal.aborted) return;
      this.report(error);
    }
    await bell.wait(restMs);
  }

  async #sayWaiting(): Promise<void> {
    const { env, status } = this.#parts;
    if (status.state.phase === 'removed') return;
    const waiting = await journalCount(env.db).catch(() => 1);
    status.set({ phase: waiting > 0 ? 'waiting' : 'idle' });
  }
}
