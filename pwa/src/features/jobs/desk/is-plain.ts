import type { DeskFilter } from '#src/data/queries/desk-filter.ts';

/** Whether only a status and a desk are asked for: how many there are is then in the totals. */
export const isPlain = ({ money, late, from, to }: DeskFilter): boolean =>
  money === 'any' && !late && from === undefined && to === undefined;
