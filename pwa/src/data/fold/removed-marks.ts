import { typeNamed, type AnyDocument } from '@revops/domain';
import type { JournalEntry, WriteTx } from '../database/schema.ts';
import { headOf } from '../projections/registry.ts';
import type { Change } from './base-row.ts';
import type { RowSet } from './row-set.ts';

/** The documents that an unsent body is work on: itself, its job, its head. */
export const workedOn = (body: AnyDocument): string[] =>
  [body._id, typeNamed(body.type)?.jobOf?.(body), headOf(body)].filter((id) => id !== undefined);

/** Unsent work among some changes, as it was or as it is. */
const unsentBodies = (
  rows: RowSet,
  changes: readonly Change[],
  entries: ReadonlyMap<string, JournalEntry>,
): AnyDocument[] =>
  changes.flatMap(({ id }) => {
    const before = rows.before.get(id);
    const was = before?.mark === 'phone' ? before.doc : undefined;
    return [entries.get(id)?.body, was].filter((body) => body !== undefined);
  });

/** Marks of lost documents that say another number when this work comes or goes. */
export async function touchedMarks(
  rows: RowSet,
  changes: readonly Change[],
  entries: ReadonlyMap<string, JournalEntry>,
): Promise<Change[]> {
  const named = new Set(unsentBodies(rows, changes, entries).flatMap(workedOn));
  for (const { id } of changes) named.delete(id);
  await rows.load([...named]);
  return [...named].filter((id) => rows.before.get(id)?.removed !== undefined).map((id) => ({ id }));
}

const isLost = (rows: RowSet, { id, server }: Change): boolean =>
  server === 'removed' || (server === undefined && rows.before.get(id)?.removed !== undefined);

/** How many entries still wait for each document whose right is lost. */
export async function entriesWaiting(
  tx: WriteTx,
  rows: RowSet,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, number>> {
  const waiting = new Map(
    changes.filter((change) => isLost(rows, change)).map(({ id }): [string, number] => [id, 0]),
  );
  if (waiting.size === 0) return waiting;
  for (const { body } of await tx.objectStore('journal').getAll())
    for (const id of new Set(workedOn(body))) {
      const count = waiting.get(id);
      if (count !== undefined) waiting.set(id, count + 1);
    }
  return waiting;
}
