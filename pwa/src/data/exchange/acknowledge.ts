import { merge, type AnyDocument } from '@revops/domain';
import { checkFence, readMetaAhead, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import { deleteAll } from '../database/put-all.ts';
import { serverCopy, type Change, type ServerCopy } from '../fold/base-row.ts';
import { findMany } from '../fold/find-many.ts';
import { foldWith } from '../fold/fold.ts';
import { lateWorkIn } from './late-work.ts';
import { generationOf } from '../journal/revisions.ts';
import { noteUnseen } from './unseen.ts';

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
      readMetaAhead(tx);
      await checkFence(tx, options);
      // With the first of them, so that none leaves the journal before.
      if (start === 0) await noteUnseen(tx, accepted);
      const ids = part.map(({ id }) => id);
      // What was saved one after the other lies close together: a few ranges instead of two requests for each.
      const [late, rows, entries] = await Promise.all([
        lateWorkIn(tx, part, options.userId),
        findMany(tx.objectStore('rows'), ids, (row) => row.id),
        findMany(tx.objectStore('journal'), ids, (entry) => entry.id),
      ]);
      const cleared = part.filter(({ id, rev }) => entries.get(id)?.rev === rev);
      deleteAll(
        tx,
        'journal',
        cleared.map(({ id }) => id),
      );
      // Of a document this person may no longer read, nothing but the entry is cleared.
      const changes = part.map((one): Change => {
        if (late.has(one.id)) return { id: one.id, server: 'removed' };
        return { id: one.id, server: copyAfter(serverCopy(rows.get(one.id)), one) };
      });
      const known = new Map(ids.map((id) => [id, rows.get(id)]));
      return (await foldWith(tx, changes, { known })).topics;
    });
    db.topics.announce(topics.add('journal'));
  }
}
