import { emissionsOf, type ViewedDocument } from '@revops/couchdb';
import type { AnyDocument, PaymentProof } from '@revops/domain';
import type { DocumentStore, ViewRow } from '#src/store/document-store.ts';

/** The index of money and jobs without their bodies: what figures are made of, and nothing that names a person. */
const view = 'entries-by-time';

/** Followers before their heads, and jobs last, so that each total is made once and not at every word that follows. */
const types = [
  'paymentDecision',
  'paymentCancellation',
  'paymentClash',
  'payment',
  'settlementDecision',
  'settlementReceipt',
  'settlement',
  'waiverDecision',
  'waiver',
  'depositDecision',
  'deposit',
  'job',
] as const;

/** Adding up as many takes some 20 ms, in which nobody else is answered. */
const rowsPerRead = 2000;

const isCounted = (type: unknown): boolean => types.some((one) => one === type);

function documentOf(id: string, key: unknown, value: unknown): AnyDocument | undefined {
  const [type] = Array.isArray(key) ? (key as readonly unknown[]) : [];
  // The index lists a completed job once more, by its completion.
  return isCounted(type) ? (Object.assign({ _id: id, type }, value) as AnyDocument) : undefined;
}

/** What the index would say of a document, in the same words; nothing of what does not count. */
export function figuresIn(document: ViewedDocument): AnyDocument | undefined {
  if (!isCounted(document['type'])) return undefined;
  for (const { key, value } of emissionsOf(view, document)) {
    const found = documentOf(document._id, key, value);
    if (found) return found;
  }
  return undefined;
}

/** All that counts in a workshop, page by page. */
export async function* readFigures(store: DocumentStore): AsyncGenerator<readonly AnyDocument[]> {
  for (const type of types)
    for await (const rows of rowsOf(store, type))
      yield rows.flatMap(({ id, key, value }) => documentOf(id, key, value) ?? []);
}

/** What a bank calls a payment's transfer, and whose payment that is. */
export type IndexedProof = Pick<PaymentProof, 'paymentId' | 'collectedBy' | 'utr'>;

/** The references that were seen, page by page; no total needs them. */
export async function* readProofs(store: DocumentStore): AsyncGenerator<readonly IndexedProof[]> {
  for await (const rows of rowsOf(store, 'paymentProof'))
    yield rows.map(({ value }) => value as IndexedProof);
}

/**
 * A page begins with the instant at which the one before ended, because several rows may share it; they may come twice,
 * which counts once. Only where a whole page has one instant is the next one larger.
 */
async function* rowsOf(store: DocumentStore, type: string): AsyncGenerator<readonly ViewRow[]> {
  let limit = rowsPerRead;
  for (let from: unknown = [type]; ;) {
    const rows = await store.view(view, { startKey: from, endKey: [type, {}], limit });
    yield rows;
    if (rows.length < limit) return;
    const last = rows.at(-1)?.key;
    limit = JSON.stringify(last) === JSON.stringify(from) ? limit * 2 : rowsPerRead;
    from = last;
  }
}
