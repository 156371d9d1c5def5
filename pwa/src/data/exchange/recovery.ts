import type { AnyDocument } from '@revops/domain';
import { checkFence, type EngineOptions } from '../database/meta.ts';
import { reading, writing, type DeviceDatabase } from '../database/open.ts';
import type { JournalEntry, RecoveryRecord, WriteTx } from '../database/schema.ts';
import type { Change } from '../fold/base-row.ts';
import { fold } from '../fold/fold.ts';
import type { FixedRevision } from '../journal/revisions.ts';
import { AGAIN } from './send-again.ts';

/** A document that the server has lost, or has in an older state, and that this phone's person did not write. */
export interface LostByOthers extends FixedRevision {
  readonly id: string;
  readonly body: AnyDocument;
  /** The server has an earlier state of it; else it is taken off the screen until it is back. */
  readonly isKnown: boolean;
}

/** Refusals that say whose it is to send, and nothing against the entry itself. */
const rights = new Set([
  'access_mismatch',
  'foreign_creator',
  'foreign_device',
  'from_closed_device',
  'head_unknown',
  'job_moved',
  'not_permitted',
  'protected_field',
  'with_job',
]);

/**
 * Whether a refused entry is a matter for an owner: the server had accepted it once, lost it, and has no longer what
 * gave this person the right to send it, such as a job's move to this desk.
 */
export const isForOwner = ({ acts }: JournalEntry, code: string): boolean =>
  rights.has(code) && acts.every((act) => act.startsWith(AGAIN));

/** Moves a refused entry to what an owner may bring back; to be folded by the caller. */
export async function putForOwner(
  tx: WriteTx,
  { id, rev, revisions, body }: Pick<JournalEntry, 'id' | 'rev' | 'revisions' | 'body'>,
): Promise<void> {
  await tx.objectStore('recovery').put({ key: `${id} ${rev}`, id, rev, revisions, body, state: 'held' });
  await tx.objectStore('journal').delete(id);
}

/** Keeps what only an owner can bring back, and takes off the screen what the server does not have at all. */
export async function keepForOwner(
  db: DeviceDatabase,
  lost: readonly LostByOthers[],
  options: EngineOptions = {},
): Promise<void> {
  for (let start = 0; start < lost.length; start += 50) {
    const part = lost.slice(start, start + 50);
    const topics = await writing(db, 'strict', async (tx) => {
      await checkFence(tx, options);
      const store = tx.objectStore('recovery');
      const changes: Change[] = [];
      for (const { id, rev, revisions, body, isKnown } of part) {
        const key = `${id} ${rev}`;
        if ((await store.get(key)) === undefined)
          await store.put({ key, id, rev, revisions, body, state: 'held' });
        if (!isKnown) changes.push({ id, server: 'lost' });
      }
      return fold(tx, changes);
    });
    db.topics.announce(topics.add('recovery'));
  }
  // Whoever sends shows it to the owners.
  if (lost.length > 0) db.topics.wake();
}

/** Everything that waits for an owner. */
export const recoveryItems = (db: DeviceDatabase): Promise<RecoveryRecord[]> =>
  reading(db, (tx) => tx.objectStore('recovery').getAll());

async function change(
  db: DeviceDatabase,
  options: EngineOptions,
  work: (tx: WriteTx) => Promise<void>,
): Promise<void> {
  await writing(db, 'strict', async (tx) => {
    await checkFence(tx, options);
    await work(tx);
  });
  db.topics.announce(['recovery']);
}

/** The server keeps these for its owners, or never will. */
export const markOffered = (
  db: DeviceDatabase,
  outcomes: ReadonlyMap<string, 'offered' | 'refused'>,
  options: EngineOptions = {},
): Promise<void> =>
  change(db, options, async (tx) => {
    for (const [key, state] of outcomes) {
      const held = await tx.objectStore('recovery').get(key);
      if (held !== undefined && held.state !== state)
        await tx.objectStore('recovery').put({ ...held, state });
    }
  });

/** The server has these, or an owner has erased them. */
export const dropRecovered = (
  db: DeviceDatabase,
  keys: readonly string[],
  options: EngineOptions = {},
): Promise<void> =>
  change(db, options, async (tx) => {
    for (const key of keys) await tx.objectStore('recovery').delete(key);
  });
