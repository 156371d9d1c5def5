import type { HandOverRow, Payment, PaymentProof, PaymentRow, Settlement } from '@revops/domain';
import type { DocumentStore } from '#src/store/document-store.ts';
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
  for await (const page of bodiesOf<PaymentProof>(store, 'paymentProof'))
    for (const { paymentId, collectedBy, utr } of page) {
      const key = `${paymentId} ${collectedBy}`;
      const known = references.get(key);
      references.set(key, known === undefined || known === utr ? utr : `${known}, ${utr}`);
    }
  return references;
}

export async function* paymentPages(parts: MoneyParts): AsyncGenerator<readonly PaymentRow[]> {
  const references = await referencesIn(parts.store);
  for await (const page of bodiesOf<Payment>(parts.store, 'payment'))
    yield page.flatMap((payment) => {
      const state = parts.book.payments.get(payment._id);
      if (state === undefined) return [];
      return {
        payment,
        state,
        jobNumber: parts.numbers.get(payment.jobId),
        collector: parts.nameOf(payment.collectedBy),
        utr: references.get(`${payment._id} ${payment.collectedBy}`),
      };
    });
}

export async function* handOverPages(parts: MoneyParts): AsyncGenerator<readonly HandOverRow[]> {
  for await (const page of bodiesOf<Settlement>(parts.store, 'settlement'))
    yield page.flatMap((handOver) => {
      const state = parts.book.settlements.get(handOver._id);
      if (state === undefined) return [];
      return { handOver, state, from: parts.nameOf(handOver.from), to: parts.nameOf(handOver.to) };
    });
}
