import { seededWorkshop, type AnyDocument, type SeededWorkshopOptions } from '@revops/domain';

/** The same invented workshop in every run; its history ends at a fixed instant. */
export const workshopOptions = (jobs: number): SeededWorkshopOptions => ({
  seed: 7,
  jobs,
  now: '2026-11-20T12:00:00.000Z',
});

const listed = new Set([
  'workshop',
  'member',
  'device',
  'vehicle',
  'job',
  'payment',
  'paymentDecision',
  'paymentCancellation',
  'settlement',
  'settlementDecision',
]);

/** Whether a list of jobs, the search or the dashboard depends on a document. */
export const seenInLists = ({ type }: AnyDocument): boolean => listed.has(type);

/** The documents of the invented workshop as the engine hands them over: server copies with a revision. */
export function* serverCopies(
  jobs: number,
  isWanted: (document: AnyDocument) => boolean = () => true,
): Generator<{ id: string; rev: string; body: AnyDocument }> {
  for (const body of seededWorkshop(workshopOptions(jobs)).documents)
    if (isWanted(body)) yield { id: body._id, rev: `1-${'0'.repeat(32)}`, body };
}

/** Takes from a generator in lists of at most `size`. */
export function* inBatches<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
