import { withoutPerson, personOf, type AnyDocument } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import type { Quarantined } from '#src/sync/writing/quarantine.ts';
import type { EntryNumber } from './erasure-log.ts';
import { noteErasedNumbers } from './note-erased-numbers.ts';

/** Refused bodies are up to half a megabyte each. */
const pageSize = 20;
const maxAttempts = 5;

interface ErasedNow {
  readonly ids: ReadonlySet<string>;
}

/** What is left of a kept body: nothing of an erased document, and of others nothing that they repeat of a person. */
export function clearedBody(body: unknown, { ids }: ErasedNow): unknown {
  if (typeof body !== 'object' || body === null) return body;
  const document = body as AnyDocument;
  if (ids.has(document._id)) return undefined;
  if (typeof document.type !== 'string' || !ids.has(personOf(document) ?? '')) return body;
  return withoutPerson(document) ?? body;
}

/** Clears what the server keeps for the owner: refused bodies, and what phones offer to bring back. */
export async function clearKept(store: DocumentStore, erased: ErasedNow): Promise<void> {
  for (const prefix of ['quarantine:', 'offerBody:'])
    for await (const page of pagesOf(store, prefix))
      for (const kept of page) await clear(store, kept, erased);
}

/** Another gateway may be marking the same document: what was erased must not outlive that. */
async function clear(store: DocumentStore, found: StoredDocument, erased: ErasedNow): Promise<void> {
  let kept: StoredDocument | undefined = found;
  for (let attempt = 0; attempt < maxAttempts && kept; attempt += 1) {
    const change = kept._id.startsWith('quarantine:')
      ? clearedRefusal(kept, erased)
      : clearedOffer(kept, erased);
    // Before: once the body is gone nothing else tells that it had come.
    if (change['_deleted'] === true) await noteErasedNumbers(store, await numberOf(store, kept));
    if (change === kept || (await store.put(change)).outcome !== 'conflict') return;
    kept = await store.get(found._id);
  }
  if (kept)
    throw new AppError('unavailable', 'It was erased; what repeats it could not be cleared. Try again.');
}

function clearedRefusal(kept: StoredDocument, erased: ErasedNow): StoredDocument {
  if (erased.ids.has(String(kept['docId']))) return { _id: kept._id, _rev: kept._rev, _deleted: true };
  const body = clearedBody(kept['body'], erased);
  return body === kept['body'] ? kept : { ...kept, body };
}

/** Only its own person can say of a device what it sent. */
async function numberOf(store: DocumentStore, kept: StoredDocument): Promise<readonly EntryNumber[]> {
  const { entry, who } = kept as unknown as Quarantined;
  const device = entry && (await store.get(`device:${entry.device}`));
  return entry && device?.['userId'] === who ? [entry] : [];
}

function clearedOffer(kept: StoredDocument, erased: ErasedNow): StoredDocument {
  const documents = kept['documents'] as readonly unknown[];
  const cleared = documents.map((body) => clearedBody(body, erased));
  if (cleared.every((body, index) => body === documents[index])) return kept;
  return { ...kept, documents: cleared.filter((body) => body !== undefined) };
}

async function* pagesOf(store: DocumentStore, prefix: string): AsyncGenerator<readonly StoredDocument[]> {
  let startId = prefix;
  for (;;) {
    const page = await store.allDocs({ startId, endId: `${prefix}\uffff`, limit: pageSize });
    yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    startId = `${last._id}\u0000`;
  }
}
