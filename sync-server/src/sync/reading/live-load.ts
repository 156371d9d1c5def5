import { AppError } from '#src/errors/app-error.ts';
import type { LiveConnections } from './live-connections.ts';
import type { LiveLimits } from './live-limits.ts';
import type { LiveScans } from './live-scans.ts';

interface Loads {
  readonly limits: LiveLimits;
  readonly scans: Pick<LiveScans, 'waiting'>;
  readonly connections: Pick<LiveConnections, 'count' | 'ofWorkshop'>;
  /** How late timers run, smoothed over some seconds. */
  readonly lagMs: () => number;
  readonly random: () => number;
}

/** Spread, so that those who were sent away do not come back together. */
const retrySeconds = { from: 5, to: 20 };

const words = 'The server has too much to do right now. Try again shortly.';

/** Decides before anything is read whether a newcomer on `_changes` is better told to come back later. */
export class LiveLoad {
  readonly #loads: Loads;

  constructor(loads: Loads) {
    this.#loads = loads;
  }

  refusal(workshopId: string, wantsToWait: boolean): AppError | undefined {
    const { limits, scans, connections, lagMs } = this.#loads;
    const isBusy = lagMs() > limits.lagMs || scans.waiting >= limits.scansWaiting;
    const isFull =
      wantsToWait &&
      (connections.count >= limits.waiting || connections.ofWorkshop(workshopId) >= limits.perWorkshop);
    if (!isBusy && !isFull) return undefined;
    const { from, to } = retrySeconds;
    const retryAfterSeconds = from + Math.floor(this.#loads.random() * (to - from + 1));
    return new AppError('unavailable', words, { retryAfterSeconds });
  }
}
