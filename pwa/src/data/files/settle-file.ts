import { instantOf, type ErrorCode } from '@revops/domain';
import { checkFence, type EngineOptions } from '../database/meta.ts';
import { writing, type DeviceDatabase } from '../database/open.ts';
import type { FileRecord, WriteTx } from '../database/schema.ts';
import { trayKey } from '../exchange/refuse.ts';
import { fileList } from '../projections/photo.ts';
import { dropFile, makeRoom } from './file-cache.ts';

/** unnamed: neither here nor on the server is an entry of it, so nobody could ever look at it. */
export type FileOutcome =
  | { readonly state: 'sent' | 'unnamed' }
  | { readonly state: 'refused'; readonly code: ErrorCode }
  | { readonly state: 'waiting'; readonly retryAt: string };

type Settled = Pick<FileRecord, 'sha256' | 'addedAt'>;

interface SettleOptions extends EngineOptions {
  readonly now: () => number;
}

/** Stores what became of a file that was to be sent; one that was added again meanwhile stays as it is. */
export async function settleFile(
  db: DeviceDatabase,
  file: Settled,
  outcome: FileOutcome,
  options: SettleOptions,
): Promise<void> {
  const isWritten = await writing(db, 'strict', async (tx) => {
    await checkFence(tx, options);
    const record = await tx.objectStore('files').get(file.sha256);
    if (record?.state !== 'waiting' || record.addedAt !== file.addedAt) return false;
    await settleIn(tx, record, outcome, instantOf(options.now()));
    return true;
  });
  if (isWritten) db.topics.announce(['files', 'tray']);
}

async function settleIn(tx: WriteTx, record: FileRecord, outcome: FileOutcome, at: string): Promise<void> {
  switch (outcome.state) {
    case 'sent':
      await tx.objectStore('files').put({ ...record, state: 'sent' });
      await makeRoom(tx, 0);
      return undefined;
    case 'waiting':
      await tx.objectStore('files').put({ ...record, retryAt: outcome.retryAt });
      return undefined;
    case 'refused':
      return putInTray(tx, record, outcome.code, at);
    case 'unnamed':
      return dropFile(tx, record.sha256);
  }
}

/** The person reads of it where refused entries are, and it stays until they have dealt with it. */
async function putInTray(tx: WriteTx, record: FileRecord, code: ErrorCode, refusedAt: string): Promise<void> {
  const rows = await tx.objectStore('rows').index('lists').getAll(fileList(record.sha256));
  const named = rows.find(({ doc, serverRev }) => doc !== undefined && serverRev !== undefined);
  if (named?.doc === undefined || named.serverRev === undefined) return dropFile(tx, record.sha256);
  const { id, doc: body, serverRev: rev } = named;
  const key = trayKey(id, rev);
  await Promise.all([
    tx.objectStore('files').put({ ...record, state: 'refused', trayKey: key }),
    tx.objectStore('tray').put({ key, id, rev, body, code, reason: code, refusedAt, answered: false }),
  ]);
}
