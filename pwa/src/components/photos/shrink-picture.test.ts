import { MAX_THUMBNAIL_LENGTH, photoSchema } from '@revops/domain';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { DecodedPicture } from '#src/platform/picture-codec.ts';
import { fitWithin } from './fit-within.ts';
import { MAX_PICTURE_BYTES, shrinkPicture } from './shrink-picture.ts';

const codec = vi.hoisted(() => ({ decode: vi.fn<() => Promise<DecodedPicture | undefined>>() }));
// The browser's own decoder and canvas: a border that is not ours, and Node has none.
vi.mock('#src/platform/picture-codec.ts', () => ({ decodePicture: codec.decode }));

/** A picture whose bytes grow with its area, its quality and how much there is in it. */
function camera(width: number, height: number, bytesPerPixel: number) {
  const asked: { width: number; height: number }[] = [];
  const release = vi.fn<() => void>();
  codec.decode.mockResolvedValue({
    width,
    height,
    encode: async (w, h, quality) => {
      asked.push({ width: w, height: h });
      return new Blob([new Uint8Array(Math.ceil(w * h * quality * bytesPerPixel)).fill(255)]);
    },
    release,
  });
  return { asked, release };
}

test('a picture that is small enough at full size is drawn once, at 1600', async () => {
  const { asked } = camera(4000, 3000, 0.15);
  const small = await shrinkPicture(new Blob(), 'before');
  expect(asked[0]).toEqual({ width: 1600, height: 1200 });
  expect(small?.bytes.length).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
});

test('any picture comes out within both limits, its thumbnail as the entry demands', async () => {
  const thumbnail = photoSchema.shape.thumbnail;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9000 }),
      fc.integer({ min: 1, max: 9000 }),
      fc.double({ min: 0.05, max: 1.5, noNaN: true }),
      async (width, height, detail) => {
        const { release } = camera(width, height, detail);
        const small = await shrinkPicture(new Blob(), 'after');
        expect(small?.bytes.length).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
        expect((small?.thumbnail ?? '').length).toBeLessThanOrEqual(MAX_THUMBNAIL_LENGTH);
        expect(thumbnail.safeParse(small?.thumbnail).success).toBe(true);
        expect(release).toHaveBeenCalledTimes(1);
      },
    ),
    { numRuns: 60 },
  );
});

test('papers keep more of their edges than pictures of the work', async () => {
  const { asked } = camera(4000, 3000, 0.1);
  await shrinkPicture(new Blob(), 'paper');
  expect(asked[0]).toEqual({ width: 2000, height: 1500 });
});

test('what the browser cannot read is nothing', async () => {
  codec.decode.mockResolvedValue(undefined);
  expect(await shrinkPicture(new Blob(), 'other')).toBeUndefined();
});

test('a size is never made larger and keeps its shape', () => {
  expect(fitWithin({ width: 300, height: 200 }, 1600)).toEqual({ width: 300, height: 200 });
  expect(fitWithin({ width: 3000, height: 9 }, 100)).toEqual({ width: 100, height: 1 });
});
