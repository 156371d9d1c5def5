import type { ActResult, Random } from '@revops/domain';
import { filesToSend, hashOf, newFile, type DeviceDatabase, type NewFile } from '@revops/pwa/data';
import { reading } from '@revops/pwa/data/database/open.ts';

/** Some photos are one part, some are several. */
const sizes = [300, 20_000, 300_000, 600_000] as const;

/** A picture as a camera would make it, as far as anybody looks. */
export async function takePicture(random: Random): Promise<NewFile> {
  const bytes = new Uint8Array(random.pick(sizes));
  const noise = random.bytes(256);
  for (let at = 0; at < bytes.length; at += noise.length)
    bytes.set(noise.subarray(0, Math.min(noise.length, bytes.length - at)), at);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const file = await newFile(bytes);
  if (!file.ok) throw new Error(file.reason);
  return file.value;
}

/** The same act about this file: random acts invent a hash that has no bytes. */
export function about(result: ActResult, { sha256, size }: NewFile): ActResult {
  if (!result.ok) return result;
  const documents = result.value.documents.map((document) =>
    document.type === 'photo' ? { ...document, sha256, size } : document,
  );
  return { ok: true, value: { ...result.value, documents } };
}

/**
 * What a phone that has synced should not find: a file that could go and still waits, and one that the server took and
 * does not give back whole although an entry of it is here.
 */
export async function missingFiles(
  db: DeviceDatabase,
  get: (path: string) => Promise<Response>,
): Promise<string[]> {
  const waiting = (await filesToSend(db)).filter(({ turn }) => turn !== 'hold');
  const records = await reading(db, (tx) => tx.objectStore('files').getAll());
  const missing = waiting.map(({ sha256 }) => `${sha256} still waits`);
  for (const { sha256, state } of records.filter((record) => record.state === 'sent')) {
    const answer = await get(`/api/files/${sha256}`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200 || (await hashOf(bytes)) !== sha256)
      missing.push(`${sha256} is ${state} but the server answers ${answer.status}`);
  }
  return missing;
}
