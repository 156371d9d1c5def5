export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** The size at which a picture's longer edge is at most `edge`; never larger than it is. */
export function fitWithin({ width, height }: PictureSize, edge: number): PictureSize {
  const ratio = Math.min(1, edge / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * ratio)), height: Math.max(1, Math.round(height * ratio)) };
}
