import type { DocumentStore } from '#src/store/document-store.ts';
import { isStillGood } from '../feed-state.ts';
import type { Timelines } from '../timelines.ts';
import type { OpenClaim } from './open-claims.ts';

/** How far the feed was looked through, and what is left to be looked at again. */
export interface Position {
  readonly since: string;
  readonly claims: readonly OpenClaim[];
  /** When the chores were done last. */
  readonly choresAt: string;
}

const localId = 'sweeper';

/**
 * Where to go on. Any gateway's place is as good as another's: each stands for rows that were looked at. A place that
 * the files no longer know, after a restore, begins anew.
 */
export async function readPosition(
  store: DocumentStore,
  timelines: Timelines,
  nowMs: number,
): Promise<Position> {
  const [state, note] = await Promise.all([timelines.state(), store.getLocal(localId)]);
  const kept = note as (Position & { readonly timeline: string }) | undefined;
  // A day from now: a new workshop has nothing to tidy.
  if (!kept) return { since: '0', claims: [], choresAt: new Date(nowMs).toISOString() };
  const isGood = isStillGood(state, kept.timeline, kept.since);
  return { since: isGood ? kept.since : '0', claims: kept.claims, choresAt: kept.choresAt };
}

export async function keepPosition(
  store: DocumentStore,
  timelines: Timelines,
  position: Position,
): Promise<void> {
  const { current } = await timelines.state();
  await store.putLocal(localId, { ...position, timeline: current.id });
}
