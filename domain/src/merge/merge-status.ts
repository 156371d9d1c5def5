import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { compareStatus, jobStatusFieldSchema, type JobStatus } from '#src/status/status.ts';

const isStatus = (value: unknown): value is JobStatus => jobStatusFieldSchema.safeParse(value).success;

/**
 * The highest status of all leaves; equal clocks with unequal bytes are settled by the bytes. The highest clock that was
 * ever lowered stays with it, whichever status wins, so that it is recognised when it comes again.
 */
export function mergeStatus(leaves: readonly AnyDocument[]): JobStatus | undefined {
  const statuses = leaves.map((leaf) => leaf['status']).filter(isStatus);
  const [first, ...others] = statuses.map(({ of: _of, ...status }) => status);
  if (first === undefined) return undefined;
  const highest = others.reduce(higher, first);
  const lowered = statuses.flatMap(({ of }) => (of === undefined ? [] : [of])).toSorted();
  const of = lowered.at(-1);
  return of === undefined ? highest : { ...highest, of };
}

function higher(a: JobStatus, b: JobStatus): JobStatus {
  const order = compareStatus(a, b);
  if (order !== 0) return order > 0 ? a : b;
  return canonicalJson(a) >= canonicalJson(b) ? a : b;
}
