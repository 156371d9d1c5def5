import type { Batch } from './batch.ts';
import { followerPrefixes } from './followers.ts';
import type { Incoming } from './incoming.ts';
import { firstRevision } from './revisions.ts';

/** Says that something was admitted before the job or head that it belongs to; a document of the server. */
export const orphansId = (rootId: string): string => `orphans:${rootId}`;

/** What this document belongs to: it stands where that stands. */
export function rootsOf({ body, type }: Incoming): readonly string[] {
  return [type.jobOf?.(body), type.headOf?.(body)].filter((root) => root !== undefined);
}

/** Whether others may belong to this document; looking for its orphans costs a read. */
export const leads = ({ id, type }: Incoming): boolean =>
  type.type === 'job' || followerPrefixes(id).length > 0;

/**
 * Notes a child whose job is not known yet, in the bulk that stores the child: when the job comes, no index has to be
 * asked for every new job whether somebody was there before it.
 */
export async function noteOrphan(batch: Batch, incoming: Incoming): Promise<void> {
  const missing = rootsOf(incoming).filter((root) => batch.live(root).length === 0);
  await batch.load(missing.map(orphansId));
  for (const root of missing) {
    const id = orphansId(root);
    if (batch.leaves(id).length > 0) continue;
    const leaf = firstRevision({ _id: id, type: 'orphans', of: root });
    batch.admit(id, [leaf], [leaf]);
  }
}

export const hasOrphans = (batch: Batch, rootId: string): boolean => batch.live(orphansId(rootId)).length > 0;
