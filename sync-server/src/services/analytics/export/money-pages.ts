import type { HandOverRow, PaymentRow, Settlement } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
import { readProofs } from '../figures-source.ts';
import { bodiesOf } from './bodies-of.ts';
import type { FrozenBook } from './frozen-book.ts';

/** What the rows of money are made of besides their documents. */
export interface MoneyParts {
  readonly store: DocumentStore;
  readonly book: FrozenBook;
  readonly nameOf: (person: string) => string;
  /** Filled while the jobs were written. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** The bank's references by payment; a follower that names another collector speaks of no payment. */
async function referencesIn(store: DocumentStore): Promise<ReadonlyMap<string, string>> {
  const references = new Map<string, string>();
  for await (const proofs of readProofs(store))
    for (const { paymentId, collectedBy, utr } of proofs) {
      const key = `${paymentId} ${collectedBy}`;
      const known = references.get(key);
      references.set(key, known === undefined || known === utr ? utr : `${known}, ${utr}`);
    }
  return references;
}

/** Few payments have one, so that few bodies are read. */
async function notesOf(
  store: DocumentStore,
  page: FrozenBook['payments'],
): Promise<ReadonlyMap<string, unknown>> {
  const keys = page.filter(({ payment }) => payment.hasNote).map(({ payment }) => payment._id);
  const bodies = keys.length === 0 ? [] : await store.allDocs({ keys });
  return new Map(bodies.map(({ _id, note }) => [_id, note]));
}

const perPage = 1000;

export async function* paymentPages({
  store,
  book,
  nameOf,
  numbers,
}: MoneyParts): AsyncGenerator<readonly PaymentRow[]> {
  const references = await referencesIn(store);
  for (let from = 0; from < book.payments.length; from += perPage) {
    const page = book.payments.slice(from, from + perPage);
    const notes = await notesOf(store, page);
    yield page.map(({ payment, state }) => {
      const note = notes.get(payment._id);
      return {
        payment: typeof note === 'string' ? { ...payment, note } : payment,
        state,
        jobNumber: numbers.get(payment.jobId),
        collector: nameOf(payment.collectedBy),
        utr: references.get(`${payment._id} ${payment.collectedBy}`),
      };
    });
  }
}

export async function* handOverPages(parts: MoneyParts): AsyncGenerator<readonly HandOverRow[]> {
  for await (const page of bodiesOf<Settlement>(parts.store, 'settlement'))
    yield page.flatMap((handOver) => {
      const state = parts.book.settlements.get(handOver._id);
      if (state === undefined) return [];
      return { handOver, state, from: parts.nameOf(handOver.from), to: parts.nameOf(handOver.to) };
    });
}
