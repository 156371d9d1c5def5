import { idSchema, isErrorCode, type QuarantineUpload, type QuarantineUploadAnswer } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import type { Writer } from '../writing/admission.ts';
import { Batch } from '../writing/batch.ts';
import { counterId, Counters } from '../writing/counters.ts';
import { isErasedIn, keptBody, personIn } from '../writing/erased-here.ts';
import { newLeaves } from '../writing/keep-refused.ts';
import { quarantineOf, type Quarantined } from '../writing/quarantine.ts';

const usualReason = { code: 'member_removed', words: 'Sent after its writer had been removed.' };

/**
 * Keeps what a phone still holds of a person who may not write any more. What was stored before counts as kept, so
 * that the same upload has the same answer however often it comes.
 */
export async function keepUploaded(
  store: DocumentStore,
  writer: Writer,
  { documents }: QuarantineUpload,
): Promise<QuarantineUploadAnswer> {
  const batch = new Batch(store);
  await batch.load(documents.flatMap(({ body }) => personIn(body) ?? []));
  const named = documents.flatMap(({ body: given, reason }) => {
    const body = keptBody(batch, given);
    const why = reasonSaid(reason) ?? usualReason;
    return quarantineOf(writer, body, why, { via: 'upload', newEdits: false }) ?? [];
  });
  const ids = named.map(({ docId }) => docId).filter((id) => idSchema.safeParse(id).success);
  await batch.load([...ids, ...writer.actor.deviceIds.map(counterId)]);
  const isStored = ({ docId, rev }: Quarantined): boolean => batch.knows(docId, rev);
  const { leaves, without } = await newLeaves(
    store,
    batch,
    writer,
    // What was erased counts as kept: the phone is to let go of it, and nobody has it any more.
    named.filter((document) => !isStored(document) && !isErasedIn(batch, document.docId)),
  );
  await store.bulkWrite(leaves);
  await noteErased(store, batch, writer, named);
  const kept = named.filter(({ _id }) => !without.has(_id)).map(({ docId, rev }) => ({ id: docId, rev }));
  return { stored: kept.length, kept };
}

/** Nothing of what was erased is kept, so its number alone tells that it came. */
async function noteErased(
  store: DocumentStore,
  batch: Batch,
  { actor }: Writer,
  named: readonly Quarantined[],
): Promise<void> {
  const counters = new Counters(batch);
  for (const { docId, entry } of named)
    if (entry !== undefined && actor.deviceIds.includes(entry.device) && isErasedIn(batch, docId))
      counters.noteErased(entry.device, entry.n);
  await counters.store(store);
}

/** Whoever was removed chooses these words, and an owner reads them: one line, and marked as the phone's. */
function reasonSaid(
  reason: QuarantineUpload['documents'][number]['reason'],
): { readonly code: string; readonly words: string; readonly from: 'phone' } | undefined {
  if (!reason) return undefined;
  const code = isErrorCode(reason.code) ? reason.code : usualReason.code;
  const words = (reason.words ?? '').replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return { code, words, from: 'phone' };
}
