import type { DocumentStore } from '#src/store/document-store.ts';
import { Batch } from '#src/sync/writing/batch.ts';
import { counterId, Counters } from '#src/sync/writing/counters.ts';
import type { EntryNumber } from './erasure-log.ts';

/** What was erased had arrived: its number is not missing. Repeating it writes nothing. */
export async function noteErasedNumbers(
  store: DocumentStore,
  entries: readonly EntryNumber[],
): Promise<void> {
  if (entries.length === 0) return;
  const batch = new Batch(store);
  await batch.load(entries.map(({ device }) => counterId(device)));
  const counters = new Counters(batch);
  for (const { device, n } of entries) counters.noteErased(device, n);
  await counters.store(store);
}
