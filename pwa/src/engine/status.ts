import { instantOf } from '@revops/domain';
import {
  journalCount,
  noteRoom,
  readMeta,
  waitingFiles,
  writeMeta,
  type SyncState,
} from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';

/** `lastHeard` alone is not worth a write more often than this. */
const restMs = 10_000;
/** The `Date` header counts whole seconds and travels for a while: less than this is noise. */
const clockNoiseMs = 2500;

/** What the engine says of itself, for the pill and its sheet. */
export class Status {
  readonly #env: EngineEnv;
  readonly #onReturn: () => void;
  #state: SyncState = { phase: 'idle', online: true };
  #writing: Promise<void> = Promise.resolve();
  #heardWrittenAt = Number.NEGATIVE_INFINITY;
  #offsetMs: number | undefined;

  /** @param onReturn the server answers again after it did not. */
  constructor(env: EngineEnv, onReturn: () => void) {
    this.#env = env;
    this.#onReturn = onReturn;
  }

  get state(): SyncState {
    return this.#state;
  }

  /** Begins with what was known when the app last ran. */
  async load(): Promise<void> {
    const [state, offset] = await Promise.all([
      readMeta(this.#env.db, 'sync'),
      readMeta(this.#env.db, 'clockOffsetMs'),
    ]);
    // These two hide the workshop's data, also without signal.
    const isShut = state?.phase === 'removed' || state?.phase === 'closed';
    const phase = isShut ? state.phase : 'idle';
    // Another app may run now, and another server: both are asked anew.
    const { outdated: _outdated, ...known } = { ...state };
    this.#state = { ...known, phase, online: state?.online ?? true };
    this.#offsetMs = offset;
  }

  /** `outdated: undefined` says that they understand each other again. */
  set(change: { [Key in 'phase' | 'online' | 'outdated']?: SyncState[Key] | undefined }): void {
    const { outdated, ...next } = { ...this.#state, ...change } as SyncState;
    const held = this.#state;
    if (next.phase === held.phase && next.online === held.online && outdated === held.outdated) return;
    const isBack = next.online && !this.#state.online;
    this.#publish({ ...next, ...(outdated === undefined ? {} : { outdated }) });
    if (isBack) this.#onReturn();
  }

  /** The server answered; its clock is the truth. */
  heard(date: string | null): void {
    const now = this.#env.now();
    const offset = date === null ? Number.NaN : Date.parse(date) + 500 - now;
    if (Number.isFinite(offset)) this.#correctClock(offset);
    this.set({ online: true });
    if (now - this.#heardWrittenAt < restMs && now >= this.#heardWrittenAt) return;
    this.#heardWrittenAt = now;
    void this.noteHeard();
  }

  /** Stores when the server was last heard of, and that it had everything if nothing waits. */
  async noteHeard(): Promise<void> {
    const at = instantOf(this.#env.now() + (this.#offsetMs ?? 0));
    this.#write(async () => {
      const { db, fence } = this.#env;
      const isAllSent = (await journalCount(db)) === 0 && (await waitingFiles(db)) === 0;
      if (isAllSent) this.#state = { ...this.#state, serverHadEverythingAt: at };
      // That there is a connection stands before the hour: the pill would say "No signal" of a server just heard.
      await writeMeta(db, 'sync', this.#state, { fence });
      await writeMeta(db, 'lastHeard', at, { fence });
      await noteRoom(db, this.#env);
    });
    await this.#writing;
  }

  async settled(): Promise<void> {
    await this.#writing;
  }

  #correctClock(offset: number): void {
    if (Math.abs(offset - (this.#offsetMs ?? 0)) < clockNoiseMs) return;
    this.#offsetMs = offset;
    const { db, fence } = this.#env;
    this.#write(() => writeMeta(db, 'clockOffsetMs', offset, { fence }));
  }

  #publish(state: SyncState): void {
    this.#state = state;
    this.#env.onState?.(state);
    const { db, fence } = this.#env;
    this.#write(() => writeMeta(db, 'sync', this.#state, { fence }));
  }

  /** One after the other; a state that cannot be written is no reason to stop moving data. */
  #write(task: () => Promise<void>): void {
    this.#writing = this.#writing.then(task).catch(() => undefined);
  }
}
