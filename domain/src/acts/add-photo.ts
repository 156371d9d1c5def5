import type { Job } from '#src/documents/job.ts';
import type { Photo } from '#src/documents/photo.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

export type AddPhotoInput = Pick<Photo, 'kind' | 'sha256' | 'size'> & { readonly thumbnail?: string };

/** Adds a picture or a paper to a job. The bytes are stored beside it, in the same save, and follow after all text. */
export function addPhoto(context: ActContext, job: Job, photo: AddPhotoInput): ActResult {
  if (context.role !== 'owner' && job.desk !== context.userId) return problem('not_permitted');
  const { kind, thumbnail, sha256, size } = photo;
  const of = { jobId: job._id, desk: job.desk, assigned: job.assigned };
  return act(context, 'add_photo', [newEntry(context, 'photo', { ...of, kind, thumbnail, sha256, size })]);
}
