import { openDB, wrap, type IDBPDatabase } from 'idb';
import { projectionVersion } from '../fold/projection-version.ts';
import type { DeviceSchema } from './schema.ts';

/** 2: files. 3: drafts. 4: recovery. */
const VERSION = 4;
/** Another tab of an older version that hangs keeps the new one from opening; a person has to close it. */
const heldLimitMs = 10_000;

/** Another tab holds the database of an older version open and does not let go. */
export class DatabaseHeldError extends Error {
  override readonly name = 'DatabaseHeldError';
}

/** Adds what an older version lacks; what waits in it stays. */
function upgrade(db: IDBPDatabase<DeviceSchema>, from: number): void {
  if (from < 1) createStores(db);
  if (from < 2) {
    db.createObjectStore('files', { keyPath: 'sha256' });
    db.createObjectStore('fileBytes', { keyPath: 'sha256' });
  }
  if (from < 3) db.createObjectStore('drafts', { keyPath: 'key' }).createIndex('about', 'about');
  if (from < 4) db.createObjectStore('recovery', { keyPath: 'key' });
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
  void meta.put(projectionVersion(), 'projection');
  void meta.put(Intl.DateTimeFormat().resolvedOptions().timeZone, 'timeZone');
}

function request(name: string, factory: IDBFactory | undefined): Promise<IDBPDatabase<DeviceSchema>> {
  if (factory === undefined) return openDB<DeviceSchema>(name, VERSION, { upgrade });
  const opening = factory.open(name, VERSION);
  opening.addEventListener('upgradeneeded', (event) =>
    upgrade(wrap(opening.result) as unknown as IDBPDatabase<DeviceSchema>, event.oldVersion),
  );
  return wrap(opening) as unknown as Promise<IDBPDatabase<DeviceSchema>>;
}

/** Opens a person's database; rejects rather than waits for ever. */
export async function connect(name: string, factory?: IDBFactory): Promise<IDBPDatabase<DeviceSchema>> {
  const opening = request(name, factory);
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      isLate = true;
      reject(new DatabaseHeldError(`${name} does not open`));
    }, heldLimitMs);
  });
  // Nobody waits for it any more, and left open it would hold up the next one.
  void opening.then((db) => isLate && db.close()).catch(() => undefined);
  try {
    return await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
