import type { AnyDocument, Claim } from '@revops/domain';
import type { Batch } from './batch.ts';
import { firstRevision, type Leaf } from './revisions.ts';
import { claimId } from './verdict-claims.ts';

/** What an owner is told of and nobody is refused for. A document of the server: it never leaves on `/sync`. */
export function flag(
  kind: 'number_held' | 'counter_held',
  document: AnyDocument,
  key: string,
  at: string,
): Leaf {
  const about = { documentId: document._id, key, createdBy: document.createdBy, device: document.device };
  return firstRevision({ _id: `flag:${kind}:${document._id}`, type: 'flag', kind, ...about, createdAt: at });
}

/**
 * Notes who holds a document number. A second holder is flagged and stored: two papers with one number are a matter for
 * people, and the phone that printed one cannot take it back. No claim by compare-and-swap is needed for that.
 */
export function holdNumber(batch: Batch, claim: Claim): boolean {
  const id = claimId(claim);
  const held = batch.live(id);
  if (held.length > 0) return held.every((leaf) => leaf['holder'] === claim.holder);
  const leaf = firstRevision({ _id: id, type: 'claim', holder: claim.holder });
  batch.admit(id, [leaf], [leaf]);
  return true;
}
