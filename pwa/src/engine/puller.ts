import { dropUnnamed } from '#src/data/index.ts';
import type { EngineEnv, Replica } from './env.ts';
import { FillNeededError, StoppedError, ViewChangedError } from './failures.ts';
import type { FirstSync } from './first-sync.ts';
import type { Folder } from './folder.ts';
import type { Gateway } from './gateway.ts';
import type { Connection, Link } from './link.ts';
import { createPullFetch, type ChangesPage } from './pull-fetch.ts';
import { noteFill, noteRestored, readReplicaMemory, type FillReason } from './replica-memory.ts';
import type { ReconcileOffers } from './reconcile-offers.ts';
import { SentSeen } from './sent-seen.ts';

/** Two requests for this many documents; more would make the first rows late. */
const pullBatch = 500;
/** More than this is fetched faster by a list of everything: the feed names what others may read too. */
const longestGap = 5000;

interface PullerParts {
  readonly env: EngineEnv;
  readonly gateway: Gateway;
  readonly link: Link;
  readonly folder: Folder;
  readonly firstSync: FirstSync;
  readonly offers: ReconcileOffers;
  /** The feed answers: failures from now on are new ones. */
  readonly onAlive: () => void;
}

type Remote = new (name: string, options: object) => Replica;

let runs = 0;

/** Lets PouchDB pull into the replica and the rows follow. */
export class Puller {
  readonly #parts: PullerParts;

  constructor(parts: PullerParts) {
    this.#parts = parts;
  }

  /** Live: until the signal, or until something stands in the way, which it rejects with. Else once to the end. */
  async run(connection: Connection, signal: AbortSignal, { live }: { live: boolean }): Promise<void> {
    const { env, gateway } = this.#parts;
    const { replica, uuid } = connection;
    const ended = new AbortController();
    let failure: unknown;
    const fail = (error: unknown): void => {
      failure ??= error;
      ended.abort();
    };
    const stop = (): void => fail(new StoppedError('stopped'));
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    // PouchDB remembers per address what a server cannot do; a new address forgets it.
    const prefix = `http://gateway.invalid/${(runs += 1)}/`;
    const sent = new SentSeen(env, gateway);
    const onPage = async (page: ChangesPage): Promise<void> => {
      await this.#onPage(page, uuid, ended.signal);
      sent.note(page);
    };
    const fetch = createPullFetch({
      ...this.#parts,
      prefix,
      uuid,
      signal: ended.signal,
      onPage,
      onFailure: fail,
      live,
    });
    const remote = new (replica.constructor as Remote)(`${prefix}${encodeURIComponent(env.workshopId)}`, {
      fetch,
      skip_setup: true,
    });
    try {
      await this.#replicate(replica, remote, { live, ended: ended.signal, fail, sent });
    } catch (error) {
      fail(error);
    } finally {
      signal.removeEventListener('abort', stop);
      await remote.close();
    }
    if (failure !== undefined) throw failure;
    await this.#caughtUp(replica, sent, signal);
  }

  /** Another view, or another database behind the same address, needs another replica. */
  async #onPage({ rows, pending, restarted }: ChangesPage, uuid: string, signal: AbortSignal): Promise<void> {
    const { link } = this.#parts;
    if (restarted && (await link.askUuid(signal)) !== uuid) throw new ViewChangedError('view changed');
    // The same view, but the place in it is no good: the server is not the one that this phone followed so far.
    if (restarted) {
      await noteRestored(this.#parts.env);
      throw new FillNeededError('restored');
    }
    if (rows + pending > longestGap) await this.#fill('gap');
    this.#parts.onAlive();
  }

  async #fill(reason: FillReason): Promise<never> {
    await noteFill(this.#parts.env, reason);
    throw new FillNeededError(reason);
  }

  async #caughtUp(replica: Replica, sent: SentSeen, signal: AbortSignal): Promise<void> {
    const { env, folder, firstSync, link, offers } = this.#parts;
    await sent.settle(signal);
    await folder.catchUp(replica);
    // A photo leaves with the entry that named it.
    await dropUnnamed(env.db, { fence: env.fence });
    await firstSync.complete(replica, link, signal);
    await offers.settle(replica);
  }

  async #replicate(
    replica: Replica,
    remote: Replica,
    run: { live: boolean; ended: AbortSignal; fail: (error: unknown) => void; sent: SentSeen },
  ): Promise<void> {
    const { env, folder } = this.#parts;
    const memory = await readReplicaMemory(env);
    // PouchDB's own checkpoint knows nothing of a list: until the feed was followed to its end once, it is told.
    const since = memory?.complete === false ? memory.since : undefined;
    let following: Promise<void> = Promise.resolve();
    const follow = (task: () => Promise<void>): void => {
      following = following.then(() => (run.ended.aborted ? undefined : task())).catch(run.fail);
    };
    const replicating = new Promise<void>((resolve, reject) => {
      const replication = replica.replicate.from(remote, {
        live: run.live,
        // The engine waits and begins anew itself: PouchDB would pause up to ten minutes and give up on a 401.
        retry: false,
        batch_size: pullBatch,
        ...(since === undefined ? {} : { since }),
        checkpoint: 'target',
        heartbeat: false,
        timeout: env.pollMs,
      });
      void replication
        .on('change', () => follow(() => folder.catchUp(replica)))
        .on('paused', () => follow(() => this.#caughtUp(replica, run.sent, run.ended)))
        .on('error', reject)
        .on('complete', () => resolve());
      const cancel = (): void => replication.cancel();
      if (run.ended.aborted) cancel();
      else run.ended.addEventListener('abort', cancel, { once: true });
    });
    try {
      await replicating;
    } finally {
      await following;
    }
  }
}
