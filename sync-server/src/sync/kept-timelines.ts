import { seqNumber } from '#src/store/document-store.ts';

/** One stretch of the store's feed; within it numbers only rise. */
export interface Timeline {
  readonly id: string;
  readonly opening: string;
  /** Where the feed stood when it began. */
  readonly begins: string;
  readonly usedAt: string;
  /** Nothing was taken back before it: every place of the timelines before is as good as it was. */
  readonly follows?: true;
}

const keptMs = 90 * 24 * 3_600_000;
/** A store that is opened many times a day must not end with a list that takes longer to read than the feed. */
const maxKept = 300;

/**
 * Never drops the first and the newest. What a dropped one forbade to places before it, its successor goes on
 * forbidding: else a place from before a restore would come to be good again.
 */
export function withoutUnused(list: readonly Timeline[], now: number): readonly Timeline[] {
  const recent = list.map((entry) => Date.parse(entry.usedAt)).sort((a, b) => b - a);
  const since = Math.max(now - keptMs, recent[maxKept - 1] ?? Number.NEGATIVE_INFINITY);
  const kept: Timeline[] = [];
  let floor: string | undefined;
  for (const [index, entry] of list.entries()) {
    const isKept = index === 0 || index === list.length - 1 || Date.parse(entry.usedAt) > since;
    const bounded = boundedBy(floor, entry);
    if (isKept) kept.push(bounded);
    floor = isKept || bounded.follows ? undefined : bounded.begins;
  }
  return kept;
}

function boundedBy(floor: string | undefined, entry: Timeline): Timeline {
  if (floor === undefined) return entry;
  const { follows, ...bounded } = entry;
  const isLower = follows || seqNumber(floor) < seqNumber(entry.begins);
  return { ...bounded, begins: isLower ? floor : entry.begins };
}
