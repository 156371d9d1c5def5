/** A decoded picture, as it is meant to be seen: turned as the camera says. */
export interface DecodedPicture {
  readonly width: number;
  readonly height: number;
  /** Draws it at a size and gives the bytes; nothing of the original file but what is seen is in them. */
  readonly encode: (width: number, height: number, quality: number) => Promise<Blob | undefined>;
  readonly release: () => void;
}

function draw(image: HTMLImageElement, width: number, height: number): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.imageSmoothingQuality = 'high';
  // A JPEG knows no transparency: what is clear in the original becomes paper, not black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0, width, height);
  return canvas;
}

/**
 * Opens a picture in whatever format the browser knows; undefined for what it cannot read. An <img> is drawn as the
 * camera was held in every browser of the floor; `createImageBitmap` is not in the older ones.
 */
export async function decodePicture(file: Blob): Promise<DecodedPicture | undefined> {
  const address = URL.createObjectURL(file);
  const image = new Image();
  image.src = address;
  const release = (): void => URL.revokeObjectURL(address);
  try {
    await image.decode();
  } catch {
    release();
    return undefined;
  }
  return {
    width: image.naturalWidth,
    height: image.naturalHeight,
    encode: (width, height, quality) =>
      new Promise((resolve) => {
        const canvas = draw(image, width, height);
        if (canvas === undefined) return resolve(undefined);
        return canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality);
      }),
    release,
  };
}
