import type { BackupTimes } from '#src/config/backup-config.ts';
import type { Logger } from '../../logger.ts';
import type { Metrics } from '../../metrics.ts';
import { Repeating } from '../repeating.ts';
import type { BackupClaim } from './backup-claim.ts';
import type { BackupJob } from './backup-job.ts';
import type { BackupItem, BackupState, BackupStates } from './backup-state.ts';
import { lateAfter, nextBackup } from './due.ts';
import { nextTry } from './next-try.ts';
import { wordsOfFailure } from './words-of-failure.ts';

export interface ScheduleParts {
  readonly job: Pick<BackupJob, 'run'>;
  readonly claim: BackupClaim;
  readonly states: BackupStates;
  readonly times: BackupTimes;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly now: () => number;
}

const tickMs = 60_000;

const timeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(text);

/** Makes backups when they are due, and says so wherever anybody may look when they fail or are late. */
export class BackupSchedule {
  readonly #parts: ScheduleParts;
  readonly #ticks: Repeating;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
    // Told already where it was a backup; a store that does not answer is asked again.
    const untold = (error: unknown): void => parts.logger.debug({ err: error }, 'backup tick');
    this.#ticks = new Repeating(() => this.tick().catch(untold), tickMs);
  }

  start(): void {
    this.#ticks.start(1000);
  }

  /** A backup that runs is not waited for: it ends with the store, and leaves an unfinished file that the next removes. */
  stop(): void {
    this.#ticks.stop();
  }

  /** One look at the clock. */
  async tick(): Promise<void> {
    const { states, times, now } = this.#parts;
    const state = await states.read();
    this.#measure(state);
    if (now() >= nextTry(state, times, now())) await this.runNow();
    await this.#lookForLate();
  }

  /** Undefined while another gateway is at it; throws what went wrong, after everybody was told. */
  async runNow(): Promise<BackupItem | undefined> {
    const { claim, job, states, logger } = this.#parts;
    return claim.with(async () => {
      const at = this.#at();
      await states.change((state) => ({ ...state, lastAttempt: at }));
      try {
        const item = await job.run();
        this.#measure(await states.change(({ failing: _over, ...state }) => state));
        logger.info({ backup: item }, 'backup written and verified');
        return item;
      } catch (error) {
        await this.#failed(error);
        throw error;
      }
    });
  }

  async #failed(error: unknown): Promise<void> {
    const { states, logger, metrics } = this.#parts;
    metrics.backupFailures.inc();
    logger.error({ err: error }, 'backup failed');
    const words = wordsOfFailure(error);
    this.#measure(await states.change((state) => this.#failing(state, words)));
  }

  async #lookForLate(): Promise<void> {
    const { states, times, now, logger } = this.#parts;
    const state = await states.read();
    const last = timeOf(state.lastGood);
    if (state.failing !== undefined || last === undefined) return;
    if (now() <= lateAfter(times, nextBackup(times, last, now()))) return;
    logger.error({ lastGood: state.lastGood }, 'backup is late');
    const words = 'The backup is late. No server has made one since the last good one.';
    this.#measure(await states.change((current) => this.#failing(current, words)));
  }

  #failing(state: BackupState, words: string): BackupState {
    return { ...state, failing: { since: state.failing?.since ?? this.#at(), words } };
  }

  /** Every gateway tells what all of them know. */
  #measure({ lastGood, lastVerified, failing, items }: BackupState): void {
    const { metrics } = this.#parts;
    const seconds = (text: string | undefined): number => (timeOf(text) ?? 0) / 1000;
    metrics.backupLastGood.set(seconds(lastGood));
    metrics.backupLastVerified.set(seconds(lastVerified));
    metrics.backupFailing.set(failing === undefined ? 0 : 1);
    metrics.backupBytes.set(items[0]?.bytes ?? 0);
  }

  #at(): string {
    return new Date(this.#parts.now()).toISOString();
  }
}
