import { addPhoto, type Job } from '@revops/domain';
import { hashOf, newFile, type NewFile } from '@revops/pwa/data';
import type { Phone } from './phone.ts';
import type { RestartableServer } from './restartable-server.ts';

/** Bytes that begin like a camera's picture; random, so that no two tests share a file. */
export async function picture(size: number): Promise<NewFile> {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536)
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + 65_536, size)));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  const file = await newFile(bytes);
  if (!file.ok) throw new Error(file.reason);
  return file.value;
}

/** Adds a photo to a job as the app does: the entry and its bytes in one save. */
export async function takePhoto(phone: Phone, jobId: string, file: NewFile): Promise<string> {
  const job = (await phone.document(jobId)) as unknown as Job;
  const { sha256, size } = file;
  const ids = await phone.save((context) => addPhoto(context, job, { kind: 'before', sha256, size }), [file]);
  return ids[0] ?? '';
}

export const fileOf = async (phone: Phone, sha256: string) => phone.db.connection().get('files', sha256);

export const waitingPhotos = async (phone: Phone): Promise<number> =>
  (await phone.db.connection().getAll('files')).filter(({ state }) => state === 'waiting').length;

/** The name of what the server gives this person under a name; undefined for nothing. */
export async function onServer(
  server: RestartableServer,
  token: string,
  sha256: string,
): Promise<string | undefined> {
  const answer = await server.fetch(`/api/files/${sha256}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return answer.status === 200 ? hashOf(bytes) : undefined;
}
