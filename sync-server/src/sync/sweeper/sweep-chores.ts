import type { DocumentStore } from '#src/store/document-store.ts';
import { checkpointsId, isForgotten, type Note } from '../checkpoints.ts';
import { QuarantineRoom } from '../writing/quarantine-room.ts';
import type { Quarantined } from '../writing/quarantine.ts';

/** Long enough that nobody still asks what became of a refused document; it is stored as itself by then. */
const readmittedKeptMs = 90 * 24 * 3_600_000;
const perRead = 20;

/** What is done once a day in a workshop that is in use. */
export async function doChores(store: DocumentStore, nowMs: number): Promise<void> {
  await forgetCheckpoints(store, nowMs);
  await dropReadmitted(store, nowMs);
  await new QuarantineRoom(store).recount();
}

/** Notes of replicators that nobody used for 90 days; each device that ever wrote one has a document. */
async function forgetCheckpoints(store: DocumentStore, nowMs: number): Promise<void> {
  const [devices, members] = await Promise.all(
    ['device:', 'member:'].map((prefix) => store.allDocs({ startId: prefix, endId: `${prefix}\uffff` })),
  );
  const ids = [
    ...(devices ?? []).map(({ _id, userId }) => checkpointsId(String(userId), _id.slice('device:'.length))),
    ...(members ?? []).map(({ _id }) => checkpointsId(_id.slice('member:'.length), undefined)),
  ];
  for (const id of ids) {
    const notes = ((await store.getLocal(id))?.['notes'] ?? []) as readonly Note[];
    const kept = notes.filter((note) => !isForgotten(note, nowMs));
    if (kept.length === notes.length) continue;
    if (kept.length === 0) await store.removeLocal(id);
    else await store.putLocal(id, { notes: kept });
  }
}

async function dropReadmitted(store: DocumentStore, nowMs: number): Promise<void> {
  const [all, open] = await Promise.all(
    ['all', 'open'].map((list) => store.view('by-quarantine', { startKey: [list], endKey: [list, {}] })),
  );
  const waiting = new Set((open ?? []).map((row) => row.id));
  const done = (all ?? []).map((row) => row.id).filter((id) => !waiting.has(id));
  for (let at = 0; at < done.length; at += perRead) {
    const found = await store.allDocs({ keys: done.slice(at, at + perRead) });
    for (const { _id, _rev, ...document } of found) {
      const { readmitted } = document as unknown as Quarantined;
      if (readmitted && nowMs - Date.parse(readmitted.at) > readmittedKeptMs)
        await store.put({ _id, _rev, _deleted: true });
    }
  }
}
