import type { Watch, Watcher } from '../document-store.ts';
import type { DatabasePool } from './database-pool.ts';
import { readChanges } from './read-changes.ts';

/** Large enough to drain a burst in few reads, small enough to keep bodies out of memory. */
const rowsPerRead = 500;

/**
 * A live feed without a held database: it reads from its own place after every write of this process, the only writer.
 * So a row is neither skipped nor told twice, whatever happens between two reads.
 */
export function watchDatabase(pool: DatabasePool, name: string, since: string, watcher: Watcher): Watch {
  const signal = pool.signal(name);
  let at = since;
  let stopped = false;
  let dirty = true;
  let reading = false;

  async function drain(): Promise<void> {
    for (;;) {
      if (!dirty || stopped) return;
      dirty = false;
      const page = await pool.use(name, ({ pouch }) =>
        readChanges(pouch, { since: at, limit: rowsPerRead, includeDocs: true }),
      );
      if (stopped) return;
      if (page.rows.length > 0) await watcher.rows(page.rows);
      at = page.lastSeq;
      if (page.pending > 0) dirty = true;
    }
  }

  function wake(): void {
    dirty = true;
    if (reading || stopped) return;
    reading = true;
    drain().then(
      () => {
        reading = false;
        if (dirty && !stopped) wake();
      },
      (error: unknown) => {
        reading = false;
        if (stopped) return;
        stop();
        watcher.broken(error);
      },
    );
  }

  function stop(): void {
    stopped = true;
    signal.off('written', wake);
  }

  signal.on('written', wake);
  wake();
  return { stop };
}
