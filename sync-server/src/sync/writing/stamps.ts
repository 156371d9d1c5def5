import { hlcOf, loweredFrom, lowerStamps, merge, type AnyDocument, type JobStatus } from '@revops/domain';
import { descendsFrom } from '../ancestry.ts';
import { bodyOf, isLive, type Leaf } from './revisions.ts';

/** Every clock that a record carries: those of its fields and that of its status. */
export function stampsOf(record: AnyDocument): string[] {
  const { hlc } = (record['status'] ?? {}) as Partial<JobStatus>;
  const moved = typeof hlc === 'string' ? [hlc] : [];
  return [...Object.values(record.stamps ?? {}).map((stamp) => hlcOf(stamp)), ...moved];
}

/** Also those that were lowered: under these its writer knows what was changed. */
export function stampsAsWritten(record: AnyDocument): string[] {
  const { of = '' } = (record['status'] ?? {}) as Partial<JobStatus>;
  const lowered = [...Object.values(record.stamps ?? {}).map((stamp) => loweredFrom(stamp)), of];
  return [...stampsOf(record), ...lowered.filter((stamp) => stamp !== '')];
}

/** What is stored of a document: its live leaves and their join. */
interface Stored {
  readonly live: readonly Leaf[];
  readonly before: AnyDocument | undefined;
}

/** Whose lowered clocks are believed. */
interface WrittenBy {
  readonly arrivedAt: string;
  readonly deviceId: string | undefined;
  readonly isVouched?: boolean;
}

/** An arriving body with its clocks lowered, as it counts beside what is stored; the same body where none runs ahead. */
export function loweredBody(
  body: AnyDocument,
  coming: Pick<Leaf, '_rev' | '_revisions'>,
  { live, before }: Stored,
  { arrivedAt, deviceId, isVouched = false }: WrittenBy,
): AnyDocument {
  const seen = live.every((leaf) => descendsFrom(coming, leaf._rev));
  const believes = (device: string): boolean => isVouched || device === deviceId;
  return lowerStamps(body, { atMs: Date.parse(arrivedAt), stored: before, seen, believes });
}

/**
 * The join of leaves among which one may have been stored without its clocks being lowered, because a gateway died in
 * between: they are lowered now, or that leaf would win over what it never saw.
 */
export function loweredJoin(leaves: readonly Leaf[], nowMs: number): AnyDocument {
  const live = leaves.filter(isLive);
  const bodies = live.map((leaf) => {
    const others = live.filter((other) => other !== leaf).map(bodyOf);
    const stored = others.length === 0 ? undefined : merge(others);
    return lowerStamps(bodyOf(leaf), { atMs: nowMs, stored, seen: false });
  });
  return merge(bodies);
}
