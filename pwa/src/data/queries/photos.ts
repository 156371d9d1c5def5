import type { Photo } from '@revops/domain';
import type { FileRecord, ReadTx } from '../database/schema.ts';
import { instantOfDocument } from '../projections/projection.ts';
import type { Mark } from '../views.ts';
import { listed, shown } from './lists.ts';
import { names, type OwnDevice } from './people.ts';

/**
 * Where the picture itself is. waiting: only on this phone. here: on the server and on this phone. away: to be fetched
 * when it is looked at. refused: the server will not take it.
 */
export type PhotoPlace = 'waiting' | 'here' | 'away' | 'refused';

/** A picture of a job as the strip and the viewer show it. */
export interface PhotoView {
  readonly id: string;
  readonly kind: Photo['kind'];
  readonly thumbnail?: string;
  readonly sha256: string;
  readonly takenAt: string;
  readonly personName: string;
  readonly place: PhotoPlace;
}

function placeOf(mark: Mark, file: FileRecord | undefined): PhotoPlace {
  if (mark === 'refused' || file?.state === 'refused') return 'refused';
  if (file === undefined) return 'away';
  return file.state === 'waiting' ? 'waiting' : 'here';
}

/** The pictures of a job, newest first; their bytes are not read. */
export async function jobPhotos(tx: ReadTx, jobId: string, own: OwnDevice): Promise<PhotoView[]> {
  const [found, named] = await Promise.all([
    listed(tx, `photo|${jobId}|`).then((rows) => shown(tx, rows)),
    names(tx, own),
  ]);
  return Promise.all(
    found.map(async ({ row, document }) => {
      const { kind, thumbnail, sha256, createdBy } = document as unknown as Photo;
      return {
        id: row.id,
        kind,
        ...(thumbnail !== undefined && { thumbnail }),
        sha256,
        takenAt: instantOfDocument(document),
        personName: named.person(createdBy),
        place: placeOf(row.mark, await tx.objectStore('files').get(sha256)),
      };
    }),
  );
}
