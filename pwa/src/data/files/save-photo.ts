import { addPhoto, type Job, type Photo } from '@revops/domain';
import { currentDevice } from '../account/current-device.ts';
import { browserEnvironment } from '../save/environment.ts';
import { saveAct } from '../save/save-act.ts';
import type { SaveResult } from '../views.ts';
import { newFile } from './new-file.ts';

/** A picture that is small enough to travel. */
export interface SmallPicture {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A data address that travels with the text; left out where none came out small enough. */
  readonly thumbnail?: string;
}

/** Adds a picture to a job: entry and bytes in one save. Rejects when the disk is full, and then nothing is stored. */
export async function savePhoto(
  jobId: string,
  kind: Photo['kind'],
  { bytes, thumbnail }: SmallPicture,
): Promise<SaveResult> {
  const device = currentDevice();
  if (device === undefined) throw new Error('nobody is signed in');
  const file = await newFile(bytes);
  if (!file.ok) throw new Error(`not a picture that can be sent: ${file.reason}`);
  const { sha256, size } = file.value;
  return saveAct(
    device.db,
    browserEnvironment(device.session),
    async (context, documents) => {
      const job = await documents.get<Job>(jobId);
      if (job === undefined) return { ok: false, reason: { code: 'invalid' } };
      return addPhoto(context, job, { kind, sha256, size, ...(thumbnail !== undefined && { thumbnail }) });
    },
    [file.value],
  );
}
