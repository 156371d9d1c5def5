import { forgetUnseen, unseenKey, unseenRevisions } from '#src/data/index.ts';
import type { EngineEnv } from './env.ts';
import { FillNeededError } from './failures.ts';
import { fetchBodies } from './fetch-bodies.ts';
import type { Gateway } from './gateway.ts';
import type { ChangesPage } from './pull-fetch.ts';
import { noteRestored } from './replica-memory.ts';

const askedAtOnce = 200;
/** A phone that is open for days need not remember every row: what it forgets is asked for. */
const maxRemembered = 5000;

/**
 * Whether what this phone has sent is still on the server. The place in the feed tells of a restore only where the
 * server was put back to before that place; what was accepted since lies behind it. One for each run of the pull.
 */
export class SentSeen {
  readonly #env: EngineEnv;
  readonly #gateway: Gateway;
  readonly #told = new Set<string>();

  constructor(env: EngineEnv, gateway: Gateway) {
    this.#env = env;
    this.#gateway = gateway;
  }

  /** The feed may tell of an entry before the answer to its sending is here. */
  note({ told }: ChangesPage): void {
    if (this.#told.size > maxRemembered) this.#told.clear();
    for (const revision of told) this.#told.add(unseenKey(revision));
  }

  /** Where the feed was followed to its end. Mostly it has told everything, and nobody is asked. */
  async settle(signal: AbortSignal): Promise<void> {
    const { db, fence } = this.#env;
    const unseen = await unseenRevisions(db);
    if (unseen.length === 0) return;
    const open = unseen.filter((one) => !this.#told.has(unseenKey(one)));
    for (let start = 0; start < open.length; start += askedAtOnce)
      if (!(await this.#has(open.slice(start, start + askedAtOnce), signal))) {
        await noteRestored(this.#env);
        throw new FillNeededError('restored');
      }
    await forgetUnseen(db, unseen, { fence });
  }

  /** What an owner erased, or this person may no longer read, is answered with word of that. */
  async #has(asked: readonly { id: string; rev: string }[], signal: AbortSignal): Promise<boolean> {
    const known = await fetchBodies(this.#env, this.#gateway, asked, signal);
    const lacking = asked.filter(({ id }) => !known.some(({ _id }) => _id === id));
    if (lacking.length === 0) return true;
    const ids = lacking.map(({ id }) => ({ id }));
    const words = await fetchBodies(this.#env, this.#gateway, ids, signal);
    const gone = new Set(words.filter(({ _deleted }) => _deleted === true).map(({ _id }) => _id));
    return lacking.every(({ id }) => gone.has(id));
  }
}
