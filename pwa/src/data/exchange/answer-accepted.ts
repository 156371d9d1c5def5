import { changedFields, hlcOf, type AnyDocument } from '@revops/domain';
import type { TrayRecord, WriteTx } from '../database/schema.ts';

interface Arrived {
  readonly id: string;
  readonly rev: string;
  readonly body: AnyDocument | undefined;
}

/** An entry is what it is; of a record every field that was refused has to stand there, or a later word on it. */
function holds(arrived: AnyDocument, rev: string, item: TrayRecord): boolean {
  if (rev === item.rev) return true;
  if (item.body.stamps === undefined)
    return arrived.createdBy === item.body.createdBy && arrived.n === item.body.n;
  return changedFields(arrived, item.body).every((field) => {
    const [held, refused] = [arrived.stamps?.[field], item.body.stamps?.[field]];
    return refused === undefined || (held !== undefined && hlcOf(held) > hlcOf(refused));
  });
}

/**
 * Marks the refusals that an owner has let in since: what was refused comes back from the server.
 * @returns the ids whose rows lose their mark.
 */
export async function answerAccepted(tx: WriteTx, arrived: readonly Arrived[]): Promise<ReadonlySet<string>> {
  const tray = tx.objectStore('tray');
  const open = new Map<string, TrayRecord[]>();
  // Mostly there is nothing, and one request tells.
  for (const item of (await tray.count()) === 0 ? [] : await tray.getAll())
    if (!item.answered) open.set(item.id, [...(open.get(item.id) ?? []), item]);
  const accepted = new Set<string>();
  if (open.size === 0) return accepted;
  // A photo's entry is on the server already when its bytes are refused: its coming says nothing of them.
  const ofFiles = new Set((await tx.objectStore('files').getAll()).map(({ trayKey }) => trayKey));
  for (const { id, rev, body } of arrived) {
    for (const item of open.get(id) ?? []) {
      if (body === undefined || ofFiles.has(item.key) || !holds(body, rev, item)) continue;
      await tray.put({ ...item, answered: true, outcome: 'accepted' });
      accepted.add(id);
    }
  }
  return accepted;
}
