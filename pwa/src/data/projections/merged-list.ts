import type { MergedRecord } from '@revops/domain';

/** The list of what was merged into a record. */
export const mergedList = (id: string): string => `merged|${id}|`;

/** Where a merged record is found from the one that was kept. */
export const mergedInto = ({ mergedInto: id }: MergedRecord, time: string): string[] =>
  id === undefined ? [] : [`${mergedList(id)}${time}`];
