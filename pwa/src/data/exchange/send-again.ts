import { canonicalJson, instantOf, md5, typeNamed, type AnyDocument } from '@revops/domain';
import { checkFence, metaIn, putMeta, readMetaAhead, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { JournalEntry, WriteTx } from '../database/schema.ts';
import type { Change, ServerCopy } from '../fold/base-row.ts';
import { fold } from '../fold/fold.ts';
import { nextRevision, type FixedRevision } from '../journal/revisions.ts';

/** A document that the server had acknowledged and, restored from an earlier day, does not have any more. */
export interface LostOnServer extends FixedRevision {
  readonly id: string;
  readonly body: AnyDocument;
  /** An earlier state of it that the server still has. */
  readonly server: ServerCopy | undefined;
}

interface SendAgainOptions extends EngineOptions {
  readonly now: () => number;
  readonly random: (count: number) => Uint8Array;
}

/** What begins the acts of entries that were sent before. */
export const AGAIN = 'again ';

/** Entries of one job travel together: the server refuses an event without its job. */
const actOf = (body: AnyDocument): string => {
  const type = typeNamed(body.type);
  return `${AGAIN}${type?.jobOf?.(body) ?? type?.headOf?.(body) ?? body._id}`;
};

const bytesOf = (hash: string): Uint8Array =>
  Uint8Array.from({ length: 16 }, (_none, index) =>
    Number.parseInt(hash.slice(index * 2, index * 2 + 2), 16),
  );

/**
 * What only the gateway may write is its own to write again; the body is another one then, so its revision is too: the
 * same one as an owner's who brings it back from another phone. An edit of what the server has stands over that.
 */
function revisionAgain({ body, rev, revisions, server }: LostOnServer, random: SendAgainOptions['random']) {
  const { at, was, ...rest } = body;
  const bare = rest as AnyDocument;
  if (server !== undefined) return { body: bare, ...nextRevision(undefined, server.rev, random) };
  if (at === undefined && was === undefined) return { body, rev, revisions };
  const hash = md5(canonicalJson(['again', bare, rev]));
  return { body: bare, ...nextRevision({ rev, revisions }, undefined, () => bytesOf(hash)) };
}

/** A server that was put back may have lost the bytes too; it says so where it has them. */
async function sendFileAgain(tx: WriteTx, { sha256 }: AnyDocument): Promise<void> {
  const file = typeof sha256 === 'string' ? await tx.objectStore('files').get(sha256) : undefined;
  if (file?.state === 'sent') await tx.objectStore('files').put({ ...file, state: 'waiting' });
}

async function putEntries(
  tx: WriteTx,
  documents: readonly LostOnServer[],
  { now, random }: SendAgainOptions,
): Promise<Change[]> {
  const journal = tx.objectStore('journal');
  const savedAt = instantOf(now() + ((await metaIn(tx, 'clockOffsetMs')) ?? 0));
  let order = (await metaIn(tx, 'order')) ?? 0;
  const changes: Change[] = [];
  for (const lost of documents) {
    const server = lost.server ?? 'lost';
    changes.push({ id: lost.id, server });
    // What waits here already stands on it and carries all of it.
    if ((await journal.get(lost.id)) !== undefined) continue;
    const act = actOf(lost.body);
    const entry = { id: lost.id, act, acts: [act], order: (order += 1), savedAt };
    await sendFileAgain(tx, lost.body);
    await journal.put({ ...entry, ...revisionAgain(lost, random) } satisfies JournalEntry);
  }
  await putMeta(tx, 'order', order);
  return changes;
}

/** Puts documents into the journal again, in the order in which they were made; each at most once. */
export async function sendAgain(
  db: DeviceDatabase,
  lost: readonly LostOnServer[],
  options: SendAgainOptions,
): Promise<void> {
  const ordered = lost.toSorted((a, b) => (a.body.createdAt < b.body.createdAt ? -1 : 1));
  for (let start = 0; start < ordered.length; start += 50) {
    const topics = await writing(db, 'strict', async (tx) => {
      readMetaAhead(tx);
      await checkFence(tx, options);
      return fold(tx, await putEntries(tx, ordered.slice(start, start + 50), options));
    });
    db.topics.announce(topics.add('journal'));
  }
  if (lost.length > 0) db.topics.wake();
}
