import type { Watch, Watcher } from '../document-store.ts';
import type { CouchDatabase } from './couch-database.ts';
import { toAppError } from './couch-failure.ts';
import { toRows, type CouchChanges } from './read-changes.ts';
import { feedPollMs } from './request-limits.ts';

/** Large enough to drain a burst in few reads, small enough to keep bodies out of memory. */
const rowsPerPoll = 500;

/**
 * One long-poll after the other, each from the place of the last: a row is neither skipped nor told twice. Not a
 * continuous feed, whose broken socket nano throws where nobody can catch it.
 */
export function watchDatabase(database: CouchDatabase, since: string, watcher: Watcher): Watch {
  const stopping = new AbortController();

  async function run(): Promise<void> {
    let at = since;
    for (;;) {
      const query = {
        feed: 'longpoll',
        style: 'all_docs',
        include_docs: true,
        since: at,
        limit: rowsPerPoll,
        timeout: feedPollMs,
      };
      const { body } = await database.poll({ kind: 'scan', path: '_changes', query }, stopping.signal);
      if (stopping.signal.aborted) return;
      const page = body as CouchChanges;
      const rows = toRows(page);
      if (rows.length > 0) await watcher.rows(rows);
      if (stopping.signal.aborted) return;
      at = page.last_seq;
    }
  }

  run().catch((error: unknown) => {
    if (!stopping.signal.aborted) watcher.broken(toAppError(error));
  });
  return { stop: () => stopping.abort() };
}
