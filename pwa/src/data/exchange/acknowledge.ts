import { merge, type AnyDocument } from '@revops/domain';
import { checkFence, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import { serverCopy, type Change, type ServerCopy } from '../fold/base-row.ts';
import { fold } from '../fold/fold.ts';
import { lateWorkIn } from './late-work.ts';
import { generationOf } from '../journal/revisions.ts';

export interface Acknowledged {
  readonly id: string;
  readonly rev: string;
  readonly body: AnyDocument;
}

export interface AcknowledgeOptions extends EngineOptions {
  /** Whose phone it is: money that they took stays theirs to see. */
  readonly userId?: string | undefined;
}

/** What the server has after it accepted a revision: a newer copy that came by the pull already stands. */
function copyAfter(held: ServerCopy | undefined, { rev, body }: Acknowledged): ServerCopy {
  if (held === undefined) return { rev, doc: body };
  if (held.rev === rev || generationOf(held.rev) > generationOf(rev)) return held;
  return { rev, doc: merge([held.doc, body]) };
}

/**
 * The server has these revisions: they become the server's copies, and an entry leaves the journal if its revision
 * is still the acknowledged one. Doing it twice changes nothing.
 */
export async function acknowledge(
  db: DeviceDatabase,
  accepted: readonly Acknowledged[],
  options: AcknowledgeOptions = {},
): Promise<void> {
  for (let start = 0; start < accepted.length; start += 50) {
    const part = accepted.slice(start, start + 50);
    const topics = await writing(db, 'relaxed', async (tx) => {
      await checkFence(tx, options);
      const [rows, journal] = [tx.objectStore('rows'), tx.objectStore('journal')];
      const late = await lateWorkIn(tx, part, options.userId);
      const changes: Change[] = await Promise.all(
        part.map(async (one) => {
          const [row, entry] = await Promise.all([rows.get(one.id), journal.get(one.id)]);
          if (entry?.rev === one.rev) await journal.delete(one.id);
          // Of a document this person may no longer read, nothing but the entry is cleared.
          if (late.has(one.id)) return { id: one.id, server: 'removed' };
          return { id: one.id, server: copyAfter(serverCopy(row), one) };
        }),
      );
      return fold(tx, changes);
    });
    db.topics.announce(topics.add('journal'));
  }
}
