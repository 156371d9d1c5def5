import { hlcOf, type AnyDocument } from '@revops/domain';

/** Every clock that a record carries: those of its fields and that of its status. */
export function stampsOf(record: AnyDocument): string[] {
  const status = record['status'] as { readonly hlc?: unknown } | undefined;
  const moved = typeof status?.hlc === 'string' ? [status.hlc] : [];
  return [...Object.values(record.stamps ?? {}).map((stamp) => hlcOf(stamp)), ...moved];
}
