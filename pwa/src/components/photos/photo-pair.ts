import type { PhotoView } from '#src/data/queries/photos.ts';

/** The pictures before and after the work, each as they were taken, the first of them first. */
export function photoPair(photos: readonly PhotoView[]): {
  readonly before: PhotoView[];
  readonly after: PhotoView[];
} {
  const oldestFirst = photos.toReversed();
  const of = (kind: PhotoView['kind']) => oldestFirst.filter((photo) => photo.kind === kind);
  return { before: of('before'), after: of('after') };
}
