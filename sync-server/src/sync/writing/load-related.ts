import type { Batch } from './batch.ts';
import type { Row } from './batch-order.ts';
import { loadWordBefore, turnBefore } from './claim-word.ts';
import { counterId } from './counters.ts';
import { followerPrefixes } from './followers.ts';
import type { Incoming } from './incoming.ts';
import { leads, orphansId } from './orphans.ts';
import { refusedStampIds } from './refused-jobs.ts';
import { claimId } from './verdict-claims.ts';

/** All that the rules need in one read, counters too: nearly every batch is new, and each read is a way there and back. */
export async function loadRelated(batch: Batch, rows: readonly Row[]): Promise<void> {
  const needed = ({ incoming }: Row): string[] => [...relatedIds(incoming), ...countedIds(incoming)];
  await batch.load(['workshop:self', ...rows.flatMap(needed)]);
  const fresh = rows.filter(
    ({ incoming: { id, revision } }) =>
      batch.live(id).length === 0 && !(revision && batch.knows(id, revision.rev)),
  );
  const heads = new Set(fresh.flatMap(({ incoming }) => decidedHead(incoming)));
  await Promise.all([...heads].map((head) => batch.loadFollowers(head, followerPrefixes(head))));
  await loadWordBefore(
    batch,
    fresh.map(({ incoming }) => incoming),
  );
}

function relatedIds({ id, body, type }: Incoming): string[] {
  const related = [id, type.headOf?.(body), type.jobOf?.(body), type.personal?.of(body)];
  return related.filter((one) => one !== undefined);
}

function countedIds(incoming: Incoming): string[] {
  const { body, type } = incoming;
  const numbers = (type.claims?.(body) ?? []).filter((claim) => claim.kind === 'number').map(claimId);
  const orphans = leads(incoming) ? [orphansId(incoming.id)] : [];
  return [
    ...numbers,
    ...orphans,
    ...refusedStampIds(incoming),
    ...turnBefore(incoming),
    ...(body.n === undefined ? [] : [counterId(body.device)]),
  ];
}

/** Only a word on a head needs what was said before. */
function decidedHead({ body, type }: Incoming): string[] {
  const head = type.headOf?.(body);
  return head !== undefined && body['turn'] !== undefined ? [head] : [];
}
