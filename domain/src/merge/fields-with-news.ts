import { hlcOf } from '#src/clock/hlc.ts';
import type { AnyDocument } from '#src/documents/envelope.ts';
import { changedFields } from '#src/registry/rules.ts';
import type { JobStatus } from '#src/status/status.ts';

/** What a status was lowered from says nothing of the job. */
function withoutLowered(document: AnyDocument): AnyDocument {
  const { of: _of, ...status } = (document['status'] ?? {}) as Partial<JobStatus>;
  return { ...document, status };
}

/**
 * The fields of a record of which a later state says more than an earlier one: another value, or the same value under a
 * later clock. A word that was taken back again leaves the value as it was, and still outranks whatever is older.
 * @param joined the join of `before` and the later state.
 */
export function fieldsWithNews(before: AnyDocument, joined: AnyDocument): string[] {
  const later = Object.entries(joined.stamps ?? {})
    .filter(([name, stamp]) => hlcOf(stamp) > hlcOf(before.stamps?.[name]))
    .map(([name]) => name.split('/')[0] ?? name);
  return [...new Set([...changedFields(withoutLowered(before), withoutLowered(joined)), ...later])];
}
