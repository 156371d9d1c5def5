import { resolveMerged, type MergedRecord } from './resolve-merged.ts';

/** The record that `record` stands for now, read step by step; as total as `resolveMerged`. */
export async function keptRecord<R extends MergedRecord & { readonly _id: string }>(
  record: R,
  get: (id: string) => Promise<R | undefined>,
): Promise<R> {
  const read = new Map<string, R>([[record._id, record]]);
  for (let into = record.mergedInto; into !== undefined && !read.has(into);) {
    const next = await get(into);
    if (next === undefined) break;
    read.set(into, next);
    into = next.mergedInto;
  }
  return read.get(resolveMerged(record._id, (id) => read.get(id))) ?? record;
}
