import type { DeviceList, ErrorCode, Result } from '@revops/domain';
import { AskedBook } from './asked-book.ts';
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

/** What one request takes. */
const maxSeen = 200;
const server: DeviceCalls = { list: listDevices, revoke: revokeDevice, seen: markFlagsSeen };

/** What the server has of each phone. */
export class DeviceBook extends AskedBook<DeviceBookState> {
  readonly #memory: DeviceMemory;
  readonly #calls: DeviceCalls;

  constructor(memory: DeviceMemory, calls: DeviceCalls = server) {
    super({});
    this.#memory = memory;
    this.#calls = calls;
  }

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

  protected override async ask(): Promise<void> {
    const answer = await this.#calls.list();
    if (!answer.ok) return this.set({ ...this.snapshot(), failure: answer.reason });
    this.set({ list: answer.value });
    // A memory that fails costs only what it would have said without signal.
    await this.#memory.write(answer.value).catch(() => undefined);
  }

  async #remember(): Promise<void> {
    const list = await this.#memory.read().catch(() => undefined);
    if (list !== undefined && this.snapshot().list === undefined) this.set({ ...this.snapshot(), list });
  }

  protected override begin(): void {
    void this.#remember();
    super.begin();
  }
}
