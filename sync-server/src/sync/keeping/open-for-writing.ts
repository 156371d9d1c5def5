import type { WorkshopDocuments } from '#src/services/workshop-documents.ts';
import type { DocumentStore } from '#src/store/document-store.ts';
import { Timelines } from '../timelines.ts';

interface Parts {
  readonly documentsOf: (workshopId: string) => Promise<WorkshopDocuments>;
  readonly now: () => number;
}

/** A restore must be noticed before the feed grows over it, also where only REST writes. */
export async function openForWriting(
  { documentsOf, now }: Parts,
  workshopId: string,
): Promise<DocumentStore> {
  const { store } = await documentsOf(workshopId);
  await new Timelines(store, now).state();
  return store;
}
