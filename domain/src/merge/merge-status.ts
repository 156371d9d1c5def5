import { canonicalJson } from '#src/canonical/canonical-json.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { compareStatus, jobStatusFieldSchema, type JobStatus } from '#src/status/status.ts';

const isStatus = (value: unknown): value is JobStatus => jobStatusFieldSchema.safeParse(value).success;

/** The highest status of all leaves; equal clocks with unequal bytes are settled by the bytes. */
export function mergeStatus(leaves: readonly AnyDocument[]): JobStatus | undefined {
  const statuses = leaves.map((leaf) => leaf['status']).filter(isStatus);
  return statuses.reduce<JobStatus | undefined>((highest, status) => {
    if (highest === undefined) return status;
    const order = compareStatus(highest, status);
    if (order !== 0) return order > 0 ? highest : status;
    return canonicalJson(highest) >= canonicalJson(status) ? highest : status;
  }, undefined);
}
