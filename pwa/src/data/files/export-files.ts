import { reading, type DeviceDatabase } from '../database/open.ts';
import { fileBytes } from './file-records.ts';

/** A multiple of 3, so that the pieces of base64 join on to one another. */
const chunkBytes = 3 * 8192;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += chunkBytes)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunkBytes)));
  return text;
}

/** The files that only this phone has, as members of a JSON list; one at a time, because photos fill a phone's memory. */
export async function exportFiles(db: DeviceDatabase): Promise<BlobPart[]> {
  const records = await reading(db, (tx) => tx.objectStore('files').getAll());
  const parts: BlobPart[] = [];
  for (const record of records.filter(({ state }) => state !== 'sent')) {
    const bytes = await fileBytes(db, record.sha256);
    if (parts.length > 0) parts.push(',\n');
    // A blob may lie on the disk; a string may not.
    parts.push(new Blob([JSON.stringify({ ...record, base64: bytes && base64(bytes) })]));
  }
  return parts;
}
