import type { DeviceList, ErrorCode, Result } from '@revops/domain';
import { listDevices, markFlagsSeen, revokeDevice } from './devices.ts';

/** What is known of the phones; after a failed look the last answer stays. */
export interface DeviceBookState {
  readonly list?: DeviceList;
  readonly failure?: ErrorCode;
}

/** The calls it makes; a test brings its own. */
export interface DeviceCalls {
  readonly list: () => Promise<Result<DeviceList, ErrorCode>>;
  readonly revoke: (id: string) => Promise<Result<unknown, ErrorCode>>;
  readonly seen: (ids: readonly string[]) => Promise<Result<unknown, ErrorCode>>;
}

/** Where the last answer outlives the page, so that a phone without signal knows it too. */
export interface DeviceMemory {
  readonly read: () => Promise<DeviceList | undefined>;
  readonly write: (list: DeviceList) => Promise<void>;
}

const everyMs = 60_000;
/** What one request takes. */
const maxSeen = 200;
const server: DeviceCalls = { list: listDevices, revoke: revokeDevice, seen: markFlagsSeen };

/** Asks the server what it has of each phone, as long as somebody looks; all screens share one answer. */
export class DeviceBook {
  readonly #memory: DeviceMemory;
  readonly #calls: DeviceCalls;
  readonly #listeners = new Set<() => void>();
  #state: DeviceBookState = {};
  #asking: Promise<void> | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(memory: DeviceMemory, calls: DeviceCalls = server) {
    this.#memory = memory;
    this.#calls = calls;
  }

  readonly snapshot = (): DeviceBookState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#begin();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#end();
    };
  };

  readonly refresh = (): Promise<void> => {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  };

  readonly revoke = async (id: string): Promise<Result<unknown, ErrorCode>> => {
    const answer = await this.#calls.revoke(id);
    if (answer.ok) await this.refresh();
    return answer;
  };

  readonly seen = async (ids: readonly string[]): Promise<Result<unknown, ErrorCode>> => {
    const answer = await this.#calls.seen(ids.slice(0, maxSeen));
    if (answer.ok) await this.refresh();
    return answer;
  };

  async #ask(): Promise<void> {
    const answer = await this.#calls.list();
    if (!answer.ok) return this.#set({ ...this.#state, failure: answer.reason });
    this.#set({ list: answer.value });
    // A memory that fails costs only what it would have said without signal.
    await this.#memory.write(answer.value).catch(() => undefined);
  }

  async #remember(): Promise<void> {
    const list = await this.#memory.read().catch(() => undefined);
    if (list !== undefined && this.#state.list === undefined) this.#set({ ...this.#state, list });
  }

  #set(state: DeviceBookState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  readonly #lookAgain = (): void => {
    if (navigator.onLine && document.visibilityState === 'visible') void this.refresh();
  };

  #begin(): void {
    void this.#remember();
    void this.refresh();
    this.#timer = setInterval(this.#lookAgain, everyMs);
    addEventListener('online', this.#lookAgain);
    document.addEventListener('visibilitychange', this.#lookAgain);
  }

  #end(): void {
    clearInterval(this.#timer);
    removeEventListener('online', this.#lookAgain);
    document.removeEventListener('visibilitychange', this.#lookAgain);
  }
}
