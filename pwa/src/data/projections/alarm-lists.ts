import type { Alarm } from '@revops/domain';
import { inverted } from './projection.ts';

/** An alarm on the row that it is about, with the owners' last word on it. */
export interface FoldedAlarm extends Alarm {
  readonly seen?: { readonly by: string; readonly at: string; readonly note?: string };
}

export const ALARM_LISTS = 'alarm|';

/** The lists that a row's alarms stand in: those to be looked at by kind and together, the others apart. */
export function alarmLists(alarms: readonly FoldedAlarm[]): string[] {
  const keys = alarms.flatMap(({ kind, at, seen }) =>
    seen === undefined
      ? [`alarm|open|all|${inverted(at)}`, `alarm|open|${kind}|${inverted(at)}`]
      : [`alarm|seen|all|${inverted(seen.at)}`],
  );
  return [...new Set(keys)];
}
