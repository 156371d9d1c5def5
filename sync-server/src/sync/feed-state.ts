import { seqNumber, type StoreInfo } from '#src/store/document-store.ts';
import type { Timeline } from './kept-timelines.ts';

/** The feed as it stands now: where it is, and the timelines that led here, oldest first and never empty. */
export interface FeedState {
  readonly info: StoreInfo;
  readonly timelines: readonly Timeline[];
  readonly current: Timeline;
  readonly first: Timeline;
}

export function stateOf(info: StoreInfo, timelines: readonly Timeline[]): FeedState {
  const [first, current] = [timelines[0], timelines.at(-1)];
  if (!first || !current) throw new Error('a workshop always has a timeline');
  return { info, timelines, current, first };
}

/**
 * Whether a place on a timeline is still good: it lies on a stretch that the present feed grew out of. A later timeline
 * that begins at or after it is adopted silently, so that an ordinary restart costs nothing.
 */
export function isStillGood(state: FeedState, timelineId: string, storeSeq: string): boolean {
  const index = state.timelines.findIndex((entry) => entry.id === timelineId);
  if (index === -1) return false;
  const { comparable, updateSeq } = state.info;
  const place = seqNumber(storeSeq);
  if (comparable && place > seqNumber(updateSeq)) return false;
  const later = state.timelines.slice(index + 1);
  return later.every((entry) => entry.follows || (comparable && seqNumber(entry.begins) >= place));
}
