import type { IDBPDatabase } from 'idb';
import { connect } from './connect.ts';
import { isDeadConnection } from './dead-connection.ts';
import { storeNames, type DeviceSchema, type ReadTx, type WriteTx } from './schema.ts';
import { createTopicBus, type TopicBus } from './topics.ts';

/**
 * A transaction that has not ended by then never will: it waits behind one of a frozen tab, or for a connection that
 * died without a word. It is aborted, so that it cannot be stored after its writer was told that it was not.
 */
const transactionLimitMs = 30_000;

/** One person's data of one workshop in this browser. */
export interface DeviceDatabase {
  readonly name: string;
  readonly topics: TopicBus;
  /** The living connection; iOS kills it in the background, so it is asked for each time. */
  connection(): IDBPDatabase<DeviceSchema>;
  /** Opens anew instead of a connection that died, once for all who notice. */
  reopen(dead: IDBPDatabase<DeviceSchema>): Promise<void>;
  /** Not even a new connection works. */
  giveUp(): void;
  close(): void;
}

export interface OpenOptions {
  /** Another factory than the global one: a simulated phone has its own. */
  readonly indexedDB?: IDBFactory;
  /** The database is being deleted: the person signed out in another tab. */
  readonly onClosed?: () => void;
  /** A newer version of the app has opened it in another tab: this one cannot go on. Default: as if it were deleted. */
  readonly onOutdated?: () => void;
  /** A connection that was opened anew does not work either: only a new page can help. */
  readonly onBroken?: () => void;
}

export const deviceDatabaseName = (workshopId: string, userId: string): string =>
  `revops-${workshopId}-${userId}`;

export async function openDeviceDatabase(name: string, options: OpenOptions = {}): Promise<DeviceDatabase> {
  const topics = createTopicBus(name);
  let current = await connect(name, options.indexedDB);
  let reopening: Promise<void> | undefined;
  // Opening anew what is being deleted would make it anew, empty.
  let isOver = false;
  const watch = (watched: IDBPDatabase<DeviceSchema>): void => {
    // Another tab wants to delete or upgrade: holding on would block it for ever.
    watched.addEventListener('versionchange', ({ newVersion }) => {
      watched.close();
      isOver = true;
      if (newVersion === null || options.onOutdated === undefined) options.onClosed?.();
      else options.onOutdated();
    });
    // The browser closed it by itself; waiting for the next save to notice would make that save slow.
    watched.addEventListener('close', () => void reopen(watched).catch(() => undefined));
  };
  const reopen = (dead: IDBPDatabase<DeviceSchema>): Promise<void> => {
    if (isOver) return Promise.reject(new DOMException('closed for good', 'InvalidStateError'));
    // Whoever comes late must not close what was opened for the others.
    if (dead !== current) return Promise.resolve();
    reopening ??= (async () => {
      dead.close();
      current = await connect(name, options.indexedDB);
      watch(current);
    })().finally(() => (reopening = undefined));
    return reopening;
  };
  watch(current);
  return {
    name,
    topics,
    connection: () => current,
    reopen,
    giveUp() {
      if (!isOver) options.onBroken?.();
    },
    close() {
      isOver = true;
      topics.close();
      current.close();
    },
  };
}

/** Says that nothing follows, which saves the wait until the browser finds out by itself. */
function commit(tx: WriteTx): void {
  try {
    (tx as { commit?: () => void }).commit?.();
  } catch {
    // It is over already; whether well or not, `done` tells.
  }
}

function abort(tx: WriteTx): void {
  try {
    tx.abort();
  } catch {
    // It is over already, which is what was wanted.
  }
}

async function attempt<T>(
  connection: IDBPDatabase<DeviceSchema>,
  mode: 'readonly' | 'readwrite',
  durability: 'strict' | 'relaxed',
  body: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const tx = connection.transaction(storeNames, mode, { durability }) as unknown as WriteTx;
  tx.done.catch(() => undefined);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      abort(tx);
      reject(new DOMException('the transaction does not end', 'TimeoutError'));
    }, transactionLimitMs);
  });
  const work = async (): Promise<T> => {
    const value = await body(tx);
    if (mode === 'readwrite') commit(tx);
    await tx.done;
    return value;
  };
  try {
    return await Promise.race([work(), late]);
  } catch (error) {
    // What a full disk does to other requests of the transaction is only `AbortError`.
    const cause = tx.error ?? error;
    abort(tx);
    throw cause;
  } finally {
    clearTimeout(timer);
  }
}

/** A dead connection is opened anew once; the second failure is the caller's, who must not call it saved. */
async function withReopen<T>(
  db: DeviceDatabase,
  once: (connection: IDBPDatabase<DeviceSchema>) => Promise<T>,
): Promise<T> {
  const connection = db.connection();
  try {
    return await once(connection);
  } catch (error) {
    if (!isDeadConnection(error)) throw error;
  }
  try {
    await db.reopen(connection);
    return await once(db.connection());
  } catch (error) {
    if (isDeadConnection(error)) db.giveUp();
    throw error;
  }
}

/** Reads in one consistent view. */
export const reading = <T>(db: DeviceDatabase, body: (tx: ReadTx) => Promise<T>): Promise<T> =>
  withReopen(db, (connection) =>
    attempt(connection, 'readonly', 'relaxed', (tx) => body(tx as unknown as ReadTx)),
  );

/**
 * Writes all or nothing and resolves only after the commit; a dead connection is reopened once and the body repeated,
 * so a body must be safe to run again.
 */
export const writing = <T>(
  db: DeviceDatabase,
  durability: 'strict' | 'relaxed',
  body: (tx: WriteTx) => Promise<T>,
): Promise<T> => withReopen(db, (connection) => attempt(connection, 'readwrite', durability, body));
