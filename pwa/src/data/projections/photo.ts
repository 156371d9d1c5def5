import type { AnyDocument, Photo } from '@revops/domain';
import { instantOfDocument, inverted, type Projection } from './projection.ts';

/** The list of the documents that name a file: only while one is here may its bytes be. */
export const fileList = (sha256: string): string => `file|${sha256}`;

function lists(document: AnyDocument): string[] {
  const { jobId, sha256 } = document as unknown as Photo;
  return [`photo|${jobId}|${inverted(instantOfDocument(document))}`, fileList(sha256)];
}

export const photoProjection: Projection = { type: 'photo', lists, refusedLists: lists };
