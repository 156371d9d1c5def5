import { currentDevice, type CurrentDevice } from '../account/current-device.ts';
import { correctedNow } from '../clock.ts';
import { metaIn } from '../database/meta.ts';
import { reading, type DeviceDatabase } from '../database/open.ts';
import type { JournalEntry, RecoveryRecord, Row, TrayRecord } from '../database/schema.ts';
import { exportFiles } from '../files/export-files.ts';

export interface CopyOptions {
  /** Also what the server has of this person's own work: for a server that has lost it. */
  readonly everything?: boolean;
}

const perRead = 500;

const ofEntry = ({ body, rev, revisions }: JournalEntry | RecoveryRecord): object => ({
  ...body,
  _rev: rev,
  _revisions: revisions,
});

const ofTray = ({ body, rev, code, reason, answered }: TrayRecord): object => ({
  body: { ...body, _rev: rev },
  reason: { code, words: reason },
  answered,
});

const lines = (documents: readonly object[]): string =>
  documents.map((document) => JSON.stringify(document)).join(',\n');

/** The server's copy of what this person wrote; what waits stands in the journal. */
function sentCopy({ serverRev, server, doc }: Row, userId: string): object | undefined {
  const body = server ?? doc;
  if (serverRev === undefined || body?.createdBy !== userId) return undefined;
  const dash = serverRev.indexOf('-');
  const revisions = { start: Number(serverRev.slice(0, dash)), ids: [serverRev.slice(dash + 1)] };
  return { ...body, _rev: serverRev, _revisions: revisions };
}

/** A few hundred rows at a time, each part a blob that may lie on the disk: a phone has more rows than memory. */
async function ownDocuments(db: DeviceDatabase, userId: string): Promise<BlobPart[]> {
  const parts: BlobPart[] = [];
  for (let after: string | undefined; ;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const rows = await reading(db, (tx) => tx.objectStore('rows').getAll(range, perRead));
    const own = rows.map((row) => sentCopy(row, userId)).filter((body) => body !== undefined);
    if (own.length > 0) {
      if (parts.length > 0) parts.push(',\n');
      parts.push(new Blob([lines(own)]));
    }
    after = rows.at(-1)?.id;
    if (rows.length < perRead || after === undefined) return parts;
  }
}

async function unsentParts({ db, session }: CurrentDevice): Promise<BlobPart[]> {
  const { entries, refused, kept, issued } = await reading(db, async (tx) => ({
    entries: await tx.objectStore('journal').index('order').getAll(),
    refused: await tx.objectStore('tray').getAll(),
    kept: await tx.objectStore('recovery').getAll(),
    issued: await metaIn(tx, 'issued'),
  }));
  const { userId, name, workshopId, workshopName, deviceId, deviceCode } = session;
  const head = {
    format: 'revops-device-export',
    version: 1,
    exportedAt: correctedNow(),
    person: { id: userId, name },
    workshop: { id: workshopId, name: workshopName },
    device: { id: deviceId, code: deviceCode, issued: issued ?? 0 },
  };
  return [
    JSON.stringify(head, null, 1).slice(0, -2),
    `,\n "journal": [${lines([...entries, ...kept].map(ofEntry))}]`,
    `,\n "tray": [${lines(refused.map(ofTray))}]`,
  ];
}

/** Everything that exists only on this phone, as a file that an owner can bring in on another. */
export async function writeCopy({ everything = false }: CopyOptions = {}): Promise<Blob> {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const { db, session } = device;
  const documents = everything
    ? [',\n "documents": [', ...(await ownDocuments(db, session.userId)), ']']
    : [];
  const files = await exportFiles(db);
  const parts = [...(await unsentParts(device)), ...documents, ',\n "files": [', ...files, ']\n}'];
  return new Blob(parts, { type: 'application/json' });
}
