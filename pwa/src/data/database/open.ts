import { openDB, wrap, type IDBPDatabase } from 'idb';
import { PROJECTION_VERSION, storeNames, type DeviceSchema, type ReadTx, type WriteTx } from './schema.ts';
import { createTopicBus, type TopicBus } from './topics.ts';

/** 2: files. */
const VERSION = 2;

/** One person's data of one workshop in this browser. */
export interface DeviceDatabase {
  readonly name: string;
  readonly topics: TopicBus;
  /** The living connection; iOS kills it in the background, so it is asked for each time. */
  connection(): IDBPDatabase<DeviceSchema>;
  reopen(): Promise<void>;
  close(): void;
}

export interface OpenOptions {
  /** Another factory than the global one: a simulated phone has its own. */
  readonly indexedDB?: IDBFactory;
  /** The connection ended for good, such as when the person signed out in another tab. */
  readonly onClosed?: () => void;
}

export const deviceDatabaseName = (workshopId: string, userId: string): string =>
  `revops-${workshopId}-${userId}`;

/** Adds what an older version lacks; what waits in it stays. */
function upgrade(db: IDBPDatabase<DeviceSchema>, from: number): void {
  if (from < 1) createStores(db);
  if (from < 2) {
    db.createObjectStore('files', { keyPath: 'sha256' });
    db.createObjectStore('fileBytes', { keyPath: 'sha256' });
  }
}

function createStores(db: IDBPDatabase<DeviceSchema>): void {
  db.createObjectStore('journal', { keyPath: 'id' }).createIndex('order', 'order');
  const rows = db.createObjectStore('rows', { keyPath: 'id' });
  rows.createIndex('lists', 'lists', { multiEntry: true });
  rows.createIndex('head', 'head');
  db.createObjectStore('tray', { keyPath: 'key' });
  db.createObjectStore('rollups', { keyPath: 'key' });
  db.createObjectStore('search', { keyPath: 'bucket' });
  const meta = db.createObjectStore('meta');
  void meta.put(PROJECTION_VERSION, 'projection');
  void meta.put(Intl.DateTimeFormat().resolvedOptions().timeZone, 'timeZone');
}

async function connect(name: string, options: OpenOptions): Promise<IDBPDatabase<DeviceSchema>> {
  if (options.indexedDB === undefined) return openDB<DeviceSchema>(name, VERSION, { upgrade });
  const request = options.indexedDB.open(name, VERSION);
  request.addEventListener('upgradeneeded', (event) =>
    upgrade(wrap(request.result) as unknown as IDBPDatabase<DeviceSchema>, event.oldVersion),
  );
  return (await wrap(request)) as unknown as IDBPDatabase<DeviceSchema>;
}

export async function openDeviceDatabase(name: string, options: OpenOptions = {}): Promise<DeviceDatabase> {
  const topics = createTopicBus(name);
  let current = await connect(name, options);
  const watch = (): void => {
    // Another tab wants to delete or upgrade: holding on would block it for ever.
    current.addEventListener('versionchange', () => {
      current.close();
      options.onClosed?.();
    });
  };
  watch();
  return {
    name,
    topics,
    connection: () => current,
    async reopen() {
      current.close();
      current = await connect(name, options);
      watch();
    },
    close() {
      topics.close();
      current.close();
    },
  };
}

const deadConnection = new Set(['InvalidStateError', 'UnknownError']);
const isDead = (error: unknown): boolean =>
  error instanceof Error && deadConnection.has(error.name) && !(error instanceof RangeError);

/** Says that nothing follows, which saves the wait until the browser finds out by itself. */
function commit(tx: WriteTx): void {
  try {
    (tx as { commit?: () => void }).commit?.();
  } catch {
    // It is over already; whether well or not, `done` tells.
  }
}

async function attempt<T>(
  db: DeviceDatabase,
  mode: 'readonly' | 'readwrite',
  durability: 'strict' | 'relaxed',
  body: (tx: WriteTx) => Promise<T>,
): Promise<T> {
  const tx = db.connection().transaction(storeNames, mode, { durability }) as unknown as WriteTx;
  tx.done.catch(() => undefined);
  try {
    const value = await body(tx);
    if (mode === 'readwrite') commit(tx);
    await tx.done;
    return value;
  } catch (error) {
    try {
      tx.abort();
    } catch {
      // It is over already, which is what was wanted.
    }
    throw error;
  }
}

async function withReopen<T>(db: DeviceDatabase, once: () => Promise<T>): Promise<T> {
  try {
    return await once();
  } catch (error) {
    if (!isDead(error)) throw error;
    await db.reopen();
    return once();
  }
}

/** Reads in one consistent view. */
export const reading = <T>(db: DeviceDatabase, body: (tx: ReadTx) => Promise<T>): Promise<T> =>
  withReopen(db, () => attempt(db, 'readonly', 'relaxed', (tx) => body(tx as unknown as ReadTx)));

/**
 * Writes all or nothing and resolves only after the commit; a dead connection is reopened once and the body repeated,
 * so a body must be safe to run again.
 */
export const writing = <T>(
  db: DeviceDatabase,
  durability: 'strict' | 'relaxed',
  body: (tx: WriteTx) => Promise<T>,
): Promise<T> => withReopen(db, () => attempt(db, 'readwrite', durability, body));
