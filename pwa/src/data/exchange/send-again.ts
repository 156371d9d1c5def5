import { instantOf, typeNamed, type AnyDocument } from '@revops/domain';
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

/** Entries of one job travel together: the server refuses an event without its job. */
const actOf = (body: AnyDocument): string => {
  const type = typeNamed(body.type);
  return `again ${type?.jobOf?.(body) ?? type?.headOf?.(body) ?? body._id}`;
};

/** What only the gateway may write is its own to write again; the body is another one then, so its revision is too. */
function withoutGatewaysWords(lost: LostOnServer, random: SendAgainOptions['random']) {
  const { at, was, ...rest } = lost.body;
  const { rev, revisions } = lost;
  if (at === undefined && was === undefined) return { body: lost.body, rev, revisions };
  return { body: rest as AnyDocument, ...nextRevision(lost, undefined, random) };
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
    await journal.put({ ...entry, ...withoutGatewaysWords(lost, random) } satisfies JournalEntry);
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
