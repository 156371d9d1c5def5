import type { DocumentStore } from '#src/store/document-store.ts';
import type { Workshop } from './sync-parts.ts';

/** Behind what phones are sending; and a restore is noticed before the feed grows over it. */
export function inTurn<T>(workshop: Workshop, work: (store: DocumentStore) => Promise<T>): Promise<T> {
  return workshop.writes.run(async () => {
    await workshop.timelines.state();
    return work(workshop.store);
  });
}
