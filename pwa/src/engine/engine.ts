import { FencedOffError, rebuildIfNeeded } from '#src/data/index.ts';
import { Backoff } from './backoff.ts';
import { Bell } from './bell.ts';
import type { Engine, EngineEnv } from './env.ts';
import { FillNeededError, MemberRemovedError, ViewChangedError } from './failures.ts';
import { Filler } from './filler.ts';
import { FirstSync } from './first-sync.ts';
import { Folder } from './folder.ts';
import { Gateway } from './gateway.ts';
import { Link, type Connection } from './link.ts';
import { Puller } from './puller.ts';
import { ReconcileOffers } from './reconcile-offers.ts';
import { Reconcile } from './reconcile.ts';
import { Removal } from './removal.ts';
import { Sender } from './sender.ts';
import { Setbacks, type Side } from './setbacks.ts';
import { Status } from './status.ts';
import { Turns } from './turns.ts';
import { UploadLane } from './upload-lane.ts';

/** The one that sends the journal, pulls into the replica and folds; everything from outside comes by `env`. */
export function createEngine(env: EngineEnv): Engine {
  return new RunningEngine(env);
}

/** No failure: what ran has to begin anew, with another replica or another way to fill it. */
const mustBeginAnew = (error: unknown): boolean =>
  error instanceof ViewChangedError || error instanceof FillNeededError;

class RunningEngine implements Engine {
  readonly #env: EngineEnv;
  readonly #status: Status;
  readonly #link: Link;
  readonly #folder: Folder;
  readonly #filler: Filler;
  readonly #sender: Sender;
  readonly #puller: Puller;
  readonly #reconcile: Reconcile;
  readonly #offers: ReconcileOffers;
  readonly #removal: Removal;
  readonly #lane: UploadLane;
  readonly #sendSide: Side;
  readonly #pullSide: Side;
  readonly #fileSide: Side;
  readonly #setbacks: Setbacks;
  /** Ends everything that runs; `restart` replaces it, `stop` does not. */
  #round = new AbortController();
  #isStopped = true;
  #loops: Promise<unknown> = Promise.resolve();
  #stopListening: () => void = () => undefined;

  constructor(env: EngineEnv) {
    const turns = new Turns();
    const status = new Status(env, () => this.wake());
    const gateway = new Gateway(env, status);
    this.#env = env;
    this.#status = status;
    this.#link = new Link(env, gateway);
    this.#folder = new Folder(env, turns);
    const onAccepted = (ids: readonly string[]): void => this.#filler.noteAccepted(ids);
    this.#sender = new Sender({ env, gateway, status, turns, onAccepted });
    const [link, folder, firstSync] = [this.#link, this.#folder, new FirstSync(env, gateway, turns)];
    this.#filler = new Filler({ env, gateway, folder, firstSync });
    this.#removal = new Removal({ env, gateway, link, status });
    this.#lane = new UploadLane({ env, gateway, status });
    const onAlive = (): void => this.#pullSide.backoff.reset();
    this.#reconcile = new Reconcile({ env, gateway });
    this.#offers = new ReconcileOffers({ env, gateway });
    const offers = this.#offers;
    this.#puller = new Puller({ env, gateway, link, folder, firstSync, offers, onAlive });
    this.#sendSide = { name: 'send', bell: new Bell(env), backoff: new Backoff(env.random) };
    this.#pullSide = { name: 'pull', bell: new Bell(env), backoff: new Backoff(env.random) };
    this.#fileSide = { name: 'file', bell: new Bell(env), backoff: new Backoff(env.random) };
    this.#setbacks = new Setbacks({
      env,
      status,
      link,
      removal: this.#removal,
      wakeSender: () => this.#sendSide.bell.ring(),
      isStopped: () => this.#isStopped,
      onFenced: () => this.#endFenced(),
    });
  }

  async start(): Promise<void> {
    if (!this.#isStopped) return;
    this.#isStopped = false;
    this.#round = new AbortController();
    this.#listen();
    await this.#status.load();
    this.#loops = this.#catchUpOffline().then(() =>
      Promise.all([
        this.#loop(this.#sendSide, (signal) => this.#send(signal)),
        this.#loop(this.#pullSide, (signal) => this.#pull(signal)),
        this.#loop(this.#fileSide, (signal) => this.#upload(signal)),
      ]),
    );
  }

  async stop(): Promise<void> {
    this.#end();
    await this.#loops;
    await this.#status.settled();
    await this.#link.close();
  }

  wake(): void {
    this.#sendSide.bell.ring();
    this.#pullSide.bell.ring();
    this.#fileSide.bell.ring();
  }

  restart(): void {
    if (this.#isStopped) return;
    this.#link.reset();
    const before = this.#round;
    this.#round = new AbortController();
    before.abort();
    this.wake();
  }

  async syncOnce(): Promise<void> {
    if (!this.#isStopped) throw new Error('syncOnce is for an engine that is not started');
    const { signal } = new AbortController();
    await this.#status.load();
    for (;;) {
      try {
        this.#link.reset();
        const connection = await this.#connect(signal);
        await this.#reconcile.run(connection.replica, signal);
        await this.#sender.sendAll(connection.replica, signal);
        await this.#filler.run(connection.replica, signal);
        await this.#puller.run(connection, signal, { live: false });
        await this.#offers.offer(signal);
        await this.#lane.sendAll(signal);
        return;
      } catch (error) {
        if (error instanceof MemberRemovedError) await this.#removal.run(signal);
        if (!mustBeginAnew(error)) throw error;
      } finally {
        await this.#status.settled();
      }
    }
  }

  #listen(): void {
    const { topics } = this.#env.db;
    const stops = [
      topics.onWake(() => this.wake()),
      // An entry came or went: its file may go, or has to leave this phone.
      topics.listen((changed) => {
        if (changed.has('photo')) this.#fileSide.bell.ring();
      }),
    ];
    this.#stopListening = () => stops.forEach((stop) => stop());
  }

  #end(): void {
    this.#isStopped = true;
    this.#stopListening();
    this.#round.abort();
    this.wake();
  }

  #endFenced(): void {
    if (this.#isStopped) return;
    this.#end();
    this.#env.onFenced?.();
  }

  /** Whatever a kill left between the replica and the rows, before the network is asked. */
  async #catchUpOffline(): Promise<void> {
    try {
      await rebuildIfNeeded(this.#env.db, { fence: this.#env.fence });
      const replica = await this.#link.local();
      if (replica !== undefined) await this.#folder.catchUp(replica);
    } catch (error) {
      if (error instanceof FencedOffError) this.#endFenced();
      else this.#setbacks.report(error);
    }
  }

  async #connect(signal: AbortSignal): Promise<Connection> {
    const connection = await this.#link.connect(signal);
    await this.#removal.over();
    if (['removed', 'closed'].includes(this.#status.state.phase)) this.#status.set({ phase: 'idle' });
    return connection;
  }

  async #send(signal: AbortSignal): Promise<void> {
    const { replica } = await this.#connect(signal);
    await this.#sender.sendAll(replica, signal);
    this.#fileSide.bell.ring();
    await this.#offers.offer(signal);
    await this.#sendSide.bell.wait();
  }

  async #pull(signal: AbortSignal): Promise<void> {
    const connection = await this.#connect(signal);
    await this.#reconcile.run(connection.replica, signal);
    await this.#filler.run(connection.replica, signal);
    await this.#puller.run(connection, signal, { live: true });
  }

  async #upload(signal: AbortSignal): Promise<void> {
    const restMs = await this.#lane.sendAll(signal);
    await this.#fileSide.bell.wait(restMs);
  }

  async #loop(side: Side, task: (signal: AbortSignal) => Promise<void>): Promise<void> {
    let anew = 0;
    while (!this.#isStopped) {
      const { signal } = this.#round;
      try {
        await task(signal);
        anew = 0;
        side.backoff.reset();
      } catch (error) {
        if (this.#isStopped) return;
        if (signal.aborted || mustBeginAnew(error)) {
          this.#link.reset();
          // Once is at once; a server that says so every time must not be asked without a pause.
          anew = signal.aborted ? 0 : anew + 1;
          if (anew > 1) await side.bell.wait(side.backoff.next());
          continue;
        }
        await this.#setbacks.meet(error, side, signal);
      }
    }
  }
}
