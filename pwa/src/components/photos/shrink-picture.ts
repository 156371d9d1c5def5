import { MAX_THUMBNAIL_LENGTH, type PhotoKind } from '@revops/domain';
import type { SmallPicture } from '#src/data/files/save-photo.ts';
import { decodePicture, type DecodedPicture } from '#src/platform/picture-codec.ts';
import { fitWithin } from './fit-within.ts';

/** A picture of the work leaves a phone on a 2G radio in half a minute; 300 KB are sharp at 1600 pixels. */
export const MAX_PICTURE_BYTES = 300 * 1024;

type Step = readonly [edge: number, quality: number];

const usual: readonly Step[] = [
  [1600, 0.82],
  [1600, 0.7],
  [1280, 0.7],
  [1280, 0.55],
  [1024, 0.55],
  [800, 0.5],
  [640, 0.4],
];

/** Small print has to stay legible: edges before shades. */
const ofPaper: readonly Step[] = [[2000, 0.75], [2000, 0.6], [1600, 0.6], ...usual.slice(2)];

/** Twice the tile of the strip where it fits into the entry. */
const ofThumbnail: readonly Step[] = [
  [200, 0.6],
  [176, 0.5],
  [144, 0.5],
  [120, 0.4],
  [96, 0.4],
  [64, 0.3],
];

async function smallest(
  picture: DecodedPicture,
  steps: readonly Step[],
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  for (const [edge, quality] of steps) {
    const { width, height } = fitWithin(picture, edge);
    const blob = await picture.encode(width, height, quality);
    if (blob !== undefined && blob.size > 0 && blob.size <= maxBytes)
      return new Uint8Array(await blob.arrayBuffer());
  }
  return undefined;
}

const head = 'data:image/jpeg;base64,';
/** Base64 writes three bytes as four letters. */
const thumbnailBytes = Math.floor((MAX_THUMBNAIL_LENGTH - head.length) / 4) * 3;

const asAddress = (bytes: Uint8Array): string => `${head}${btoa(String.fromCharCode(...bytes))}`;

/**
 * Makes a camera's picture small enough to travel, upright and without what the camera wrote into it, such as where it
 * was taken. Undefined for what this browser cannot read.
 */
export async function shrinkPicture(file: Blob, kind: PhotoKind): Promise<SmallPicture | undefined> {
  const picture = await decodePicture(file);
  if (picture === undefined) return undefined;
  try {
    const bytes = await smallest(picture, kind === 'paper' ? ofPaper : usual, MAX_PICTURE_BYTES);
    if (bytes === undefined) return undefined;
    const small = await smallest(picture, ofThumbnail, thumbnailBytes);
    return { bytes, ...(small !== undefined && { thumbnail: asAddress(small) }) };
  } finally {
    picture.release();
  }
}
