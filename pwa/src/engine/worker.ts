import '#src/platform/zod-jitless.ts';
import { expose } from 'comlink';
import PouchDB from 'pouchdb/dist/pouchdb.js';
import { deviceDatabaseName, openDeviceDatabase, takeFence, type DeviceDatabase } from '#src/data/index.ts';
import { forgetSecret, personKey } from '#src/data/account/phone-book.ts';
import { freeBytes } from '#src/data/storage/free-bytes.ts';
import { openBeatChannel, startBeating } from './beat.ts';
import { createEngine } from './engine.ts';
import type { Engine, Replica } from './env.ts';
import { createBrowserSession } from './browser-session.ts';
import type { EngineOwner, EngineWorker, WorkerEnd } from './worker-api.ts';

/** The server holds an empty answer back for as long as it is set to, and at most for this. */
const pollMs = 50_000;

// `idb`, not `indexeddb`: the newer adapter counts per tab and corrupts itself with two of them.
// auto_compaction: the body of a document whose right is lost must leave the device.
const openReplica = (name: string): Replica =>
  new PouchDB<Record<string, unknown>>(name, { adapter: 'idb', auto_compaction: true });

let running: { readonly engine: Engine; readonly db: DeviceDatabase } | undefined;

interface Reign {
  readonly fence: number;
  readonly onEnded: (end: WorkerEnd) => void;
}

function engineOf(owner: EngineOwner, db: DeviceDatabase, { fence, onEnded }: Reign): Engine {
  return createEngine({
    fetch: (url, init) => fetch(url, init),
    baseUrl: '',
    ...owner,
    db,
    openReplica,
    now: Date.now,
    setTimeout: (run, ms) => setTimeout(run, ms),
    clearTimeout: (timer) => clearTimeout(timer as number),
    random: (count) => crypto.getRandomValues(new Uint8Array(count)),
    session: createBrowserSession(owner),
    pollMs,
    onError: (error) => reportError(error),
    fence,
    freeBytes,
    onFenced: () => onEnded('fenced'),
    onBroken: () => onEnded('broken'),
    onWiped: () => forgetSecret(personKey(owner.workshopId, owner.userId)),
  });
}

const worker: EngineWorker = {
  async start(owner, onEnded) {
    if (running !== undefined) return;
    const name = deviceDatabaseName(owner.workshopId, owner.userId);
    // From here on: opening a database that another tab holds may take its time.
    startBeating(openBeatChannel(name), {
      setInterval: (run, ms) => setInterval(run, ms),
      clearInterval: (timer) => clearInterval(timer as number),
    });
    const db = await openDeviceDatabase(name, {
      // Signing out in any tab deletes the database; whatever still ran here could make it anew.
      onClosed() {
        onEnded('closed');
        close();
      },
      onBroken: () => onEnded('broken'),
    });
    const engine = engineOf(owner, db, { fence: await takeFence(db, Date.now), onEnded });
    running = { engine, db };
    await engine.start();
  },
  restart() {
    running?.engine.restart();
  },
  async stop() {
    const stopping = running;
    running = undefined;
    await stopping?.engine.stop();
    stopping?.db.close();
  },
};

expose(worker);
