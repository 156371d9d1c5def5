import type { AccountRole, Actor } from '@revops/domain';
import type { Accounts } from './accounts.ts';
import type { Sessions } from './sessions.ts';

/** A lost right counts within this time on every gateway (promise 5 of sync.md). */
export const rightsStaleMs = 2000;
/** More people than one process serves at once; a full cache starts anew rather than grow. */
const maxEntries = 20_000;

/** What a person may do now, by the account and not by the token. */
export interface Rights {
  readonly actor: Actor;
  readonly workshopId: string;
  readonly role: AccountRole;
  readonly active: boolean;
}

interface Entry<T> {
  readonly at: number;
  readonly value: Promise<T>;
}

/** Short memory over one asynchronous read per key; a failed read is not remembered. */
class StaleCache<T> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  get(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#entries.get(key);
    const at = this.#now();
    // A clock set back must not make an entry live on.
    if (known && at >= known.at && at - known.at < rightsStaleMs) return known.value;
    if (this.#entries.size >= maxEntries) this.#entries.clear();
    const value = read();
    this.#entries.set(key, { at, value });
    value.catch(() => this.#entries.delete(key));
    return value;
  }

  forget(key: string): void {
    this.#entries.delete(key);
  }
}

export class RightsReader {
  readonly #accounts: Accounts;
  readonly #sessions: Sessions;
  readonly #rights: StaleCache<Rights | undefined>;
  readonly #live: StaleCache<boolean>;

  constructor(accounts: Accounts, sessions: Sessions, now: () => number) {
    this.#accounts = accounts;
    this.#sessions = sessions;
    this.#rights = new StaleCache(now);
    this.#live = new StaleCache(now);
  }

  rightsOf(userId: string): Promise<Rights | undefined> {
    return this.#rights.get(userId, () => this.#read(userId));
  }

  isSessionLive(userId: string, sessionId: string): Promise<boolean> {
    return this.#live.get(`${userId} ${sessionId}`, async () => {
      const session = await this.#sessions.get(userId, sessionId);
      return session !== undefined && this.#sessions.isLive(session);
    });
  }

  /** After a change made by this process, which then need not wait. */
  forget(userId: string, sessionId?: string): void {
    this.#rights.forget(userId);
    if (sessionId !== undefined) this.#live.forget(`${userId} ${sessionId}`);
  }

  async #read(userId: string): Promise<Rights | undefined> {
    const account = await this.#accounts.byUserId(userId);
    if (!account) return undefined;
    const { role, workshopId, active } = account;
    const here = account.devices.filter((device) => device.workshopId === workshopId);
    const idsOf = (isRevoked: boolean): string[] =>
      here.filter((device) => (device.revokedAt !== undefined) === isRevoked).map((device) => device.id);
    const actor = { userId, role, deviceIds: idsOf(false), closedDeviceIds: idsOf(true) };
    return { actor, workshopId, role, active };
  }
}
