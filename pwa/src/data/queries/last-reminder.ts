import { isReminder, type JobEvent } from '@revops/domain';
import type { ReadTx } from '../database/schema.ts';
import { listed } from './lists.ts';
import { names, type OwnDevice } from './people.ts';

/** When a customer was reminded last, and by whom. */
export interface Reminder {
  readonly at: string;
  readonly name: string;
}

/** The newest reminder on the timelines of some jobs: of the few that a customer owes for. */
export async function lastReminder(
  tx: ReadTx,
  jobIds: readonly string[],
  own: OwnDevice,
): Promise<Reminder | undefined> {
  const timelines = await Promise.all(jobIds.map((id) => listed(tx, `jobEvent|${id}|`)));
  const reminders = timelines
    .flat()
    .flatMap(({ doc }) => (doc === undefined ? [] : [doc as unknown as JobEvent]))
    .filter(isReminder)
    .map((event) => ({ at: event.at ?? event.createdAt, by: event.createdBy }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const [newest] = reminders;
  if (newest === undefined) return undefined;
  return { at: newest.at, name: (await names(tx, own)).person(newest.by) };
}
