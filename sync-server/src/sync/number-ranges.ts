/** Numbers as stretches, first to last, in order and apart: gap-free counting makes one of thousands. */
export type Ranges = readonly (readonly [first: number, last: number])[];

export const holds = (ranges: Ranges, n: number): boolean =>
  ranges.some(([first, last]) => n >= first && n <= last);

/** Stretches in any order, overlapping or touching, as the ones they cover. */
export function united(ranges: Ranges): Ranges {
  const merged: [number, number][] = [];
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const previous = merged.at(-1);
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

export const countOf = (ranges: Ranges): number =>
  ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);

/** What of 1…last none of the stretches covers. They have to be united. */
export function gapsIn(ranges: Ranges, last: number): Ranges {
  const gaps: [number, number][] = [];
  let next = 1;
  for (const [from, to] of ranges) {
    if (from > last) break;
    if (from > next) gaps.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= last) gaps.push([next, last]);
  return gaps;
}
