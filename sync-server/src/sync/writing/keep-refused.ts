import type { DocumentStore } from '#src/store/document-store.ts';
import type { Writer } from './admission.ts';
import type { Batch } from './batch.ts';
import { keptBody } from './erased-here.ts';
import { quarantineOf, senderOf, type Quarantined } from './quarantine.ts';
import { QuarantineRoom } from './quarantine-room.ts';
import { refuse, type Refusal } from './refusal.ts';
import { firstRevision, type Leaf } from './revisions.ts';

export interface RefusedDocument {
  readonly index: number;
  readonly document: unknown;
  readonly refusal: Refusal;
  readonly newEdits: boolean;
}

export interface Kept {
  readonly leaves: readonly Leaf[];
  /** For the rows of what was not kept: the same refusal, and words that say so. */
  readonly notKept: ReadonlyMap<number, Refusal>;
}

const fullWords =
  'It was not kept on the server either, because refused documents have used up their room; it is on the device alone.';

/**
 * What is stored of refused documents, once each. A conflict is no refusal: whoever gets one asks again.
 */
export async function keepRefused(
  store: DocumentStore,
  batch: Batch,
  writer: Writer,
  refused: readonly RefusedDocument[],
): Promise<Kept> {
  const named = refused.flatMap(({ index, document, refusal, newEdits }) => {
    const how = { via: 'sync', newEdits } as const;
    const kept = isKept(refusal) ? quarantineOf(writer, keptBody(batch, document), refusal, how) : undefined;
    return kept === undefined ? [] : [{ index, refusal, kept }];
  });
  const { leaves, without } = await newLeaves(
    store,
    batch,
    writer,
    named.map(({ kept }) => kept),
  );
  const notKept = named
    .filter(({ kept }) => without.has(kept._id))
    .map(({ index, refusal }) => [index, withWords(refusal)] as const);
  return { leaves, notKept: new Map(notKept) };
}

/** What was erased is kept nowhere any more, whoever still has it. */
const isKept = ({ code }: Refusal): boolean =>
  code !== 'conflict' && code !== 'erased' && code !== 'server_outdated';

/** First revisions of what is not kept yet, as far as there is room, and the ids of what there is none for. */
export async function newLeaves(
  store: DocumentStore,
  batch: Batch,
  writer: Writer,
  documents: readonly Quarantined[],
): Promise<{ readonly leaves: readonly Leaf[]; readonly without: ReadonlySet<string> }> {
  if (documents.length === 0) return { leaves: [], without: new Set() };
  const distinct = new Map(documents.map((document) => [document._id, document]));
  await batch.load(distinct.keys());
  const fresh = [...distinct.values()].filter(({ _id }) => batch.leaves(_id).length === 0);
  const kept =
    fresh.length === 0
      ? new Set()
      : await new QuarantineRoom(store).take(fresh, {
          sender: senderOf(writer),
          who: writer.actor.userId,
        });
  const without = fresh.filter((document) => !kept.has(document)).map(({ _id }) => _id);
  const leaves = fresh
    .filter((document) => kept.has(document))
    .map((document) => firstRevision({ ...document }));
  return { leaves, without: new Set(without) };
}

const withWords = (refusal: Refusal): Refusal =>
  refuse(refusal.code, `${wordsWithStop(refusal)} ${fullWords}`);

const wordsWithStop = (refusal: Refusal): string => refusal.words.replace(/[^.]$/, '$&.');
