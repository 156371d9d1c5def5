import { jobPhotos, type PhotoView } from '../queries/photos.ts';
import type { Live } from '../views.ts';
import { useLive } from './use-live.ts';

/** The pictures of a job, newest first, each with where it is. */
export const useJobPhotos = (jobId: string): Live<PhotoView[]> =>
  useLive({
    key: `photos ${jobId}`,
    topics: ['photo', 'files', 'tray', 'member'],
    read:
      ({ session }) =>
      (tx) =>
        jobPhotos(tx, jobId, session),
  });
