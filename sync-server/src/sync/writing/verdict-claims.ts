import type { AnyDocument, Claim } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import type { DocumentStore, StoredDocument } from '#src/store/document-store.ts';
import { refuse, type Refusal } from './refusal.ts';

export const claimId = (claim: Claim): string => `claim:${claim.kind}:${claim.key}`;

/** Copies without a quorum may go on disagreeing; after this many tries the store is not fit to promise anything. */
const maxAttempts = 5;

/** Makes a claim or reads who holds it. Only a store that answers for all its copies can give it away. */
export async function takeClaim(
  store: DocumentStore,
  id: string,
  body: Readonly<Record<string, unknown>>,
): Promise<StoredDocument | 'taken'> {
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const put = await store.put({ ...body, _id: id, type: 'claim' });
    if (put.outcome === 'created') return 'taken';
    if (put.outcome === 'accepted') await store.put({ _id: id, _rev: put.rev, _deleted: true });
    else {
      const held = await store.get(id);
      if (held) return held;
    }
  }
  throw new AppError('unavailable', 'The store has no quorum.');
}

/**
 * Exactly one word per turn: arrival order decides, not clocks. The revision is part of the holder, because two owners
 * who decide the same turn write the same id.
 */
export async function claimVerdict(
  store: DocumentStore,
  claim: Claim,
  rev: string,
): Promise<Refusal | undefined> {
  const held = await takeClaim(store, claimId(claim), { holder: claim.holder, rev });
  if (held === 'taken' || (held['holder'] === claim.holder && held['rev'] === rev)) return undefined;
  return refuse('already_decided', await whoDecided(store, String(held['holder'])));
}

async function whoDecided(store: DocumentStore, holderId: string): Promise<string | undefined> {
  const holder = (await store.get(holderId)) as AnyDocument | undefined;
  if (!holder) return undefined;
  const member = await store.get(`member:${holder.createdBy}`);
  const name = typeof member?.['name'] === 'string' ? member['name'] : 'Somebody else';
  return `${name} decided this first, at ${holder.at ?? holder.createdAt}; decide anew if you still want to.`;
}
