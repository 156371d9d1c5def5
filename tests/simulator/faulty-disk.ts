import type { DeviceDatabase } from '@revops/pwa/data';
import type { DiskFault } from './fault-kinds.ts';

type Connection = ReturnType<DeviceDatabase['connection']>;
type Transaction = ReturnType<Connection['transaction']>;

const failure = (name: string): DOMException => new DOMException('the disk of a simulated phone', name);

/** Bound to what it stands before: browsers' objects know their own. */
const memberOf = (target: object, name: string | symbol): unknown => {
  const member: unknown = Reflect.get(target, name);
  return typeof member === 'function' ? (member as () => unknown).bind(target) : member;
};

/** A phone's database whose disk fails as phones' disks do. */
export class FaultyDisk {
  /** While true every write fails for want of room. */
  isFull = false;
  /** The browser says that hardly anything is left: photos have to wait, money does not. */
  isTight = false;
  #armed: { readonly fault: DiskFault; after: number } | undefined;
  readonly #onFault: (fault: DiskFault) => void;
  /** One stand-in for each connection, and back: who reopens one has to name the one that died. */
  readonly #standIns = new WeakMap<Connection, Connection>();
  readonly #real = new WeakMap<Connection, Connection>();

  constructor(onFault: (fault: DiskFault) => void) {
    this.#onFault = onFault;
  }

  /** The fault comes with one of the next writes, once. */
  arm(fault: DiskFault, after: number): void {
    this.#armed = { fault, after };
  }

  heal(): void {
    this.#armed = undefined;
    this.isFull = false;
    this.isTight = false;
  }

  /** Whether the replica's next write fails; PouchDB has a database of its own. */
  takesReplica(): boolean {
    return this.#due('replica_died');
  }

  over(db: DeviceDatabase): DeviceDatabase {
    return {
      ...db,
      connection: () => this.#connection(db.connection()),
      reopen: (dead) => db.reopen(this.#real.get(dead) ?? dead),
    };
  }

  #connection(real: Connection): Connection {
    const known = this.#standIns.get(real);
    if (known !== undefined) return known;
    const transaction = (...given: Parameters<Connection['transaction']>): Transaction => {
      const isWrite = given[1] === 'readwrite';
      if (isWrite && this.#due('connection_closed')) real.close();
      const tx = real.transaction(...given);
      if (!isWrite) return tx;
      if (this.isFull) return abortedAtCommit(tx, 'QuotaExceededError');
      if (this.#due('died_before_commit')) return abortedAtCommit(tx, 'UnknownError');
      return this.#due('died_after_commit') ? deafAfterCommit(tx) : tx;
    };
    const standIn = new Proxy(real, {
      get: (target, name) => (name === 'transaction' ? transaction : memberOf(target, name)),
    });
    this.#standIns.set(real, standIn);
    this.#real.set(standIn, real);
    return standIn;
  }

  #due(fault: DiskFault): boolean {
    if (this.#armed?.fault !== fault) return false;
    this.#armed.after -= 1;
    if (this.#armed.after > 0) return false;
    this.#armed = undefined;
    this.#onFault(fault);
    return true;
  }
}

/** Everything of it is taken back when it should have been kept. */
function abortedAtCommit<T extends Transaction>(real: T, name: string): T {
  const done = real.done.then(
    () => Promise.reject(failure(name)),
    () => Promise.reject(failure(name)),
  );
  done.catch(() => undefined);
  return new Proxy(real, {
    get(target, member) {
      if (member === 'done') return done;
      if (member === 'commit') return () => target.abort();
      return memberOf(target, member);
    },
  });
}

/** It was kept, and nobody hears of it. */
function deafAfterCommit<T extends Transaction>(real: T): T {
  const done = real.done.then(() => Promise.reject(failure('UnknownError')));
  done.catch(() => undefined);
  return new Proxy(real, {
    get: (target, member) => (member === 'done' ? done : memberOf(target, member)),
  });
}
