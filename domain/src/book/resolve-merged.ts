/** What following a merge needs to know of a record. */
export interface MergedRecord {
  readonly mergedInto?: string | undefined;
}

/**
 * The record that a merged one stands for, itself if it was not merged. Total: where the next record is not known here the
 * last known one stands, and of a circle, which two phones without signal can make, the smallest id does, so that every
 * member of it is the same record on every device.
 */
export function resolveMerged(id: string, recordOf: (id: string) => MergedRecord | undefined): string {
  const seen = new Map<string, number>();
  for (let at = id; ;) {
    const since = seen.get(at);
    if (since !== undefined) return [...seen.keys()].slice(since).toSorted()[0] ?? at;
    const into = recordOf(at)?.mergedInto;
    if (into === undefined || recordOf(into) === undefined) return at;
    seen.set(at, seen.size);
    at = into;
  }
}
