import type { Ancestry } from '#src/store/document-store.ts';

interface Revised {
  readonly _rev?: string;
  readonly _revisions?: Ancestry;
}

/** Whether a revision is the named one or grew out of it. */
export function descendsFrom(revised: Revised, rev: string): boolean {
  if (revised._rev === rev) return true;
  const { start, ids } = revised._revisions ?? { start: 0, ids: [] };
  return ids[start - Number.parseInt(rev, 10)] === rev.slice(rev.indexOf('-') + 1);
}
