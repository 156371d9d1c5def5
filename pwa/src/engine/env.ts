import type PouchDB from 'pouchdb';
import type { DeviceDatabase, SyncState } from '#src/data/index.ts';
import type { StepName } from './steps.ts';

export type Replica = PouchDB.Database<Record<string, unknown>>;

/** Where the right to talk to the gateway comes from. The access token lives in memory only. */
export interface EngineSession {
  /** A token that is good for a while yet; throws `SignedOutError` when only a person can get a new one. */
  accessToken(): Promise<string>;
  /** A new token, because the last one was refused. */
  refresh(): Promise<string>;
}

/** Everything the engine needs from outside, so that it runs in a worker, in Node and in the simulator alike. */
export interface EngineEnv {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Before `/sync`; empty for the app's own origin. */
  readonly baseUrl: string;
  readonly workshopId: string;
  readonly userId: string;
  readonly db: DeviceDatabase;
  readonly openReplica: (name: string) => Replica | Promise<Replica>;
  /** A simulator whose replicas live in memory keeps them open; default: PouchDB's own `close`. */
  readonly closeReplica?: (replica: Replica) => Promise<void>;
  /** The device's own clock. */
  readonly now: () => number;
  readonly setTimeout: (run: () => void, ms: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly random: (count: number) => Uint8Array;
  readonly session: EngineSession;
  /** How long the server may hold an empty answer back. */
  readonly pollMs: number;
  /**
   * Awaited between any two steps that leave a trace on the disk or on the server. A simulator kills the app by never
   * resolving it (and every later one); nothing durable is begun after that.
   */
  readonly step?: (name: StepName) => void | Promise<void>;
  readonly onState?: (state: SyncState) => void;
  /** What no network explains: a bug, or a disk that failed. The engine tries again all the same. */
  readonly onError?: (error: unknown) => void;
  /** The number of the lock under which this engine works; every write of it is checked against it. */
  readonly fence?: number;
  /** Another tab has taken over: this engine has ended by itself. */
  readonly onFenced?: () => void;
  /** The databases go on failing though they were opened anew: only another worker or page can help. */
  readonly onBroken?: () => void;
  /** The person was removed and everything of the workshop deleted here; may be told again. */
  readonly onWiped?: () => Promise<void>;
  /** How many bytes the browser still gives; unknown where it does not tell. */
  readonly freeBytes?: () => Promise<number | undefined>;
}

export interface Engine {
  start(): Promise<void>;
  /** Resolves when nothing of it runs any more; what waits stays in the journal. */
  stop(): Promise<void>;
  /** Something was saved, or the person signed in: look now. */
  wake(): void;
  /** The app came back or the network did: sockets may be dead without telling, so begin anew at once. */
  restart(): void;
  /** Sends everything, pulls to the end and folds, once; rejects with what stood in the way. Only while not started. */
  syncOnce(): Promise<void>;
}
