import { changedFields, type Actor, type AnyDocument } from '@revops/domain';
import type { Batch } from './batch.ts';
import { changeRefusal } from './change-refusal.ts';
import { comingLeaf } from './coming-leaf.ts';
import { accessRevision } from './corrections.ts';
import { joinArriving } from './forget-person.ts';
import type { Incoming } from './incoming.ts';
import { placed, placedAlone, type Placed } from './placed-leaves.ts';
import { refuse, Refusal } from './refusal.ts';
import { loweredBody } from './stamps.ts';

/** Who writes, and when it arrived. */
export interface Writer {
  readonly actor: Actor;
  readonly deviceId: string | undefined;
  readonly arrivedAt: string;
  /** An owner once: what counted by the own word alone waits for somebody who is an owner now. */
  readonly isFormerOwner?: boolean;
  /** An owner brings it back as it was once stored: also with clocks that had been lowered. */
  readonly isVouched?: boolean;
}

/** What a document becomes: nothing is stored yet. */
export interface Admitted extends Placed {
  /** The revision that its writer knows it by. */
  readonly rev: string;
  readonly before: AnyDocument | undefined;
  readonly changed: readonly string[];
}

/**
 * Authorises the join, not the branch: what counts is how the stored document would change for its readers.
 * `before` is the join of the stored leaves, `after` that of the stored leaves and the incoming one.
 */
export function admit(writer: Writer, given: Incoming, batch: Batch): Admitted | Refusal {
  const live = batch.live(given.id);
  if (live.length === 0 && batch.leaves(given.id).length > 0) return refuse('erased');
  const named = comingLeaf(given, live, batch.leaves(given.id));
  if (named instanceof Refusal) return named;
  const before = batch.document(given.id);
  const lowered = loweredBody(given.body, named, { live, before }, writer);
  const { coming, body, after, cleared } = joinArriving(batch, live, { coming: named, body: lowered });
  const incoming = { ...given, body };
  const asItCame = live.length === 0 && after === given.body;
  const refused = changeRefusal(writer.actor, incoming, { before, after, asItCame }, batch);
  if (refused) return refused;
  const corrected =
    before === undefined ? (correctedOf(writer, incoming, after, batch) ?? cleared) : undefined;
  const changed = before === undefined ? [] : changedFields(before, after);
  const place = asItCame ? placedAlone(coming, after, corrected) : placed(live, coming, after, corrected);
  return { ...place, rev: coming._rev, before, changed };
}

function correctedOf(
  { arrivedAt, isFormerOwner = false }: Writer,
  { type }: Incoming,
  after: AnyDocument,
  batch: Batch,
): AnyDocument | undefined {
  const job = known(batch, type.jobOf?.(after));
  const head = known(batch, type.headOf?.(after));
  const placed = accessRevision(after, type, {
    job,
    head,
    workshop: batch.document('workshop:self'),
    arrivedAt,
  });
  const body = placed ?? after;
  return isFormerOwner && body['byOwner'] === true ? { ...body, byOwner: false } : placed;
}

const known = (batch: Batch, id: string | undefined): AnyDocument | undefined =>
  id === undefined ? undefined : batch.document(id);
