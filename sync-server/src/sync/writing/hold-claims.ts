import type { Claim } from '@revops/domain';
import type { Admitted } from './admission.ts';
import { claimWord } from './claim-word.ts';
import type { Counters } from './counters.ts';
import { flag, holdNumber } from './flags.ts';
import { holdEarlierUtrs, holdUtr, holdUtrAgain, type UtrParts } from './hold-utrs.ts';
import type { Incoming } from './incoming.ts';
import { hasOrphans, leads } from './orphans.ts';
import { Refusal } from './refusal.ts';

/** What one request holds claims with. */
export interface ClaimParts extends UtrParts {
  readonly counters: Counters;
}

type Flag = 'number_held' | 'counter_held';

/**
 * All that a new document holds for itself: its word on a turn, bank references, its numbers. Answers what the owner is
 * told of it, or why it may not come in.
 */
export async function holdClaims(
  parts: ClaimParts,
  incoming: Incoming,
  admitted: Admitted,
): Promise<readonly Flag[] | Refusal> {
  const { after } = admitted;
  const flags: Flag[] = [];
  for (const claim of incoming.type.claims?.(after) ?? []) {
    const outcome = await hold(parts, claim, admitted);
    if (outcome instanceof Refusal) return outcome;
    if (outcome !== undefined) flags.push(outcome);
  }
  if (after.n !== undefined && !parts.counters.note(after.device, after.n))
    flags.push(flagHeld(parts, 'counter_held', admitted, `${after.device}:${after.n}`));
  await holdUtrAgain(parts, after);
  if (leads(incoming) && hasOrphans(parts.batch, incoming.id)) await holdEarlierUtrs(parts, after);
  return flags;
}

async function hold(
  parts: ClaimParts,
  claim: Claim,
  admitted: Admitted,
): Promise<Flag | Refusal | undefined> {
  const { store, batch, arrivedAt } = parts;
  const { after, rev } = admitted;
  switch (claim.kind) {
    case 'verdict':
      return claimWord(store, batch, claim, after, { rev, by: after.createdBy, at: arrivedAt });
    case 'utr':
      await holdUtr(parts, claim, after);
      return undefined;
    case 'number':
      return holdNumber(batch, claim) ? undefined : flagHeld(parts, 'number_held', admitted, claim.key);
  }
}

function flagHeld({ batch, arrivedAt }: ClaimParts, kind: Flag, { after }: Admitted, key: string): Flag {
  const leaf = flag(kind, after, key, arrivedAt);
  batch.admit(leaf._id, [leaf], [leaf]);
  return kind;
}
