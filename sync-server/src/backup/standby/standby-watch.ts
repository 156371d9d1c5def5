import {
  fetchSender,
  followWithStandby,
  isFollowing,
  standbyJobs,
  type Send,
  type StandbyJob,
} from '@revops/couchdb';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';
import { Repeating } from '../repeating.ts';

export interface StandbyParts {
  readonly url: string;
  readonly standbyUrl: string;
  readonly prefix: string;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
}

export interface StandbyState {
  readonly checkedAt: string;
  readonly databases: number;
  /** Changes that the standby has not got yet. */
  readonly behind: number;
  readonly failing: readonly string[];
}

const everyMs = 60_000;

/** Has new workshops followed within a minute and starts again what gave up: the recovery point is to stay under five. */
export class StandbyWatch {
  readonly #parts: StandbyParts;
  readonly #send: Send;
  readonly #standby: Send;
  readonly #looks: Repeating;
  #isFailing = false;
  #state: StandbyState | undefined;

  constructor(parts: StandbyParts) {
    this.#parts = parts;
    this.#send = fetchSender(parts.url);
    this.#standby = fetchSender(parts.standbyUrl, 'COUCHDB_STANDBY_URL');
    const failed = (error: unknown): void => this.#know([], (error as Error).message);
    this.#looks = new Repeating(() => this.look().catch(failed), everyMs);
  }

  /** Undefined until it was looked at once. */
  get state(): StandbyState | undefined {
    return this.#state;
  }

  start(): void {
    this.#looks.start(0);
  }

  stop(): void {
    this.#looks.stop();
  }

  async look(): Promise<void> {
    const words = await followWithStandby(this.#send, this.#standby, this.#parts).then(
      () => undefined,
      (error: unknown) => (error as Error).message,
    );
    const jobs = await standbyJobs(this.#send, this.#parts.prefix);
    this.#know(jobs, words);
  }

  #know(jobs: readonly StandbyJob[], words: string | undefined): void {
    const { metrics, logger, now } = this.#parts;
    const broken = jobs
      .filter((job) => !isFollowing(job))
      .map(({ database, state }) => `${database}: ${state}`);
    const failing = words === undefined ? broken : [words, ...broken];
    const behind = jobs.reduce((sum, job) => sum + job.behind, 0);
    this.#state = { checkedAt: new Date(now()).toISOString(), databases: jobs.length, behind, failing };
    metrics.standbyDatabases.set(jobs.length);
    metrics.standbyBehind.set(behind);
    metrics.standbyFailing.set(failing.length);
    if (failing.length > 0 && !this.#isFailing) logger.error({ failing }, 'the standby does not follow');
    this.#isFailing = failing.length > 0;
  }
}
