import { signedAmount, type AnyDocument, type Payment } from '@revops/domain';
import { metaIn } from '../database/meta.ts';
import type { JournalEntry, ReadTx } from '../database/schema.ts';
import { isFullHere } from '../storage/full-disk.ts';
import { waitingIn } from '../files/file-records.ts';
import { NEWER_LIST } from '../fold/newer-list.ts';
import type { SyncView, TrayItem } from '../views.ts';
import { asMoney, shown } from './lists.ts';

const HALF_DAY_MS = 43_200_000;

/** The money among what waits. A payment cancelled before it was sent still travels, but it is no money any more. */
async function waitingAmount(tx: ReadTx, entries: readonly JournalEntry[]): Promise<number> {
  const payments = entries.filter((entry) => entry.body.type === 'payment');
  const rows = await Promise.all(payments.map(({ id }) => tx.objectStore('rows').get(id)));
  return payments
    .filter((_entry, index) => rows[index]?.folded.state !== 'cancelled')
    .reduce((sum, { body }) => sum + signedAmount(body as unknown as Payment), 0);
}

async function waitingPart(
  tx: ReadTx,
  entries: readonly JournalEntry[],
): Promise<Pick<SyncView, 'waitingActs' | 'waitingAmount' | 'oldestWaitingAt'>> {
  const acts = new Set(entries.flatMap((entry) => entry.acts));
  const amount = await waitingAmount(tx, entries);
  const oldest = entries.map((entry) => entry.savedAt).toSorted()[0];
  return {
    waitingActs: acts.size,
    waitingAmount: asMoney(amount),
    ...(oldest === undefined ? {} : { oldestWaitingAt: oldest }),
  };
}

/** Everything the pill and its sheet need. */
export async function syncView(tx: ReadTx, demo: boolean): Promise<SyncView> {
  const [entries, tray, state, lastHeard, firstSync, offsetMs, removal, fullAt] = await Promise.all([
    tx.objectStore('journal').getAll(),
    tx.objectStore('tray').getAll(),
    metaIn(tx, 'sync'),
    metaIn(tx, 'lastHeard'),
    metaIn(tx, 'firstSync'),
    metaIn(tx, 'clockOffsetMs'),
    metaIn(tx, 'removal'),
    metaIn(tx, 'storageFullAt'),
  ]);
  const daysOff = Math.trunc(
    (-(offsetMs ?? 0) + Math.sign(-(offsetMs ?? 0)) * HALF_DAY_MS) / (2 * HALF_DAY_MS),
  );
  const filesWaiting = await waitingIn(tx);
  const newer = await tx.objectStore('rows').index('lists').count(NEWER_LIST);
  return {
    online: state?.online ?? false,
    phase: demo ? 'demo' : (state?.phase ?? 'idle'),
    ...(await waitingPart(tx, demo ? [] : entries)),
    ...(filesWaiting === 0 || demo ? {} : { filesWaiting }),
    ...(newer === 0 ? {} : { newer }),
    ...(state?.outdated === undefined ? {} : { outdated: state.outdated }),
    refused: tray.filter((item) => !item.answered).length,
    ...(lastHeard === undefined ? {} : { lastHeard }),
    ...(state?.serverHadEverythingAt === undefined
      ? {}
      : { serverHadEverythingAt: state.serverHadEverythingAt }),
    ...(firstSync === undefined || firstSync.complete
      ? {}
      : { fetching: { done: firstSync.done, total: firstSync.total } }),
    ...(removal === undefined ? {} : { removal: { handedOver: true, wiped: removal.wiped === true } }),
    storage: fullAt === undefined && !isFullHere(tx) ? 'ok' : 'full',
    ...(daysOff === 0 ? {} : { clockOffByDays: daysOff }),
  };
}

/** The job that a document is, or names; empty for one that has none. */
function jobIdOf(document: AnyDocument): string {
  const id = document.type === 'job' ? document._id : document['jobId'];
  return typeof id === 'string' ? id : '';
}

/** What the server did not accept, newest first. */
export async function tray(tx: ReadTx): Promise<TrayItem[]> {
  const items = await tx.objectStore('tray').getAll();
  const rows = await Promise.all(items.map(({ body }) => tx.objectStore('rows').get(jobIdOf(body))));
  const jobs = await shown(
    tx,
    rows.filter((row) => row !== undefined),
  );
  const here = new Set(jobs.map(({ row }) => row.id));
  return items
    .map(({ key, body, code, reason, refusedAt, answered, outcome, dismissed }) => ({
      key,
      document: body,
      code,
      reason,
      refusedAt,
      answered,
      ...(outcome !== undefined && { outcome }),
      ...(dismissed !== undefined && { dismissed }),
      ...(here.has(jobIdOf(body)) && { jobId: jobIdOf(body) }),
    }))
    .toSorted((a, b) => (a.refusedAt < b.refusedAt ? 1 : -1));
}
