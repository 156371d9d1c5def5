import { handOverCode, money } from '@revops/domain';
import { encode } from 'uqr';
import { expect, it } from 'vitest';
import { qrReader } from './qr-reader.ts';

const pixels = 4;

/** What a canvas has after a code was held before the camera: grey paper, dark modules, a shadow from one side. */
function pictureOf(text: string | undefined): HTMLCanvasElement {
  const { data, size } = encode(text ?? '-', { ecc: 'M', border: 6 });
  const side = size * pixels;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const isDark = text !== undefined && data[Math.floor(y / pixels)]?.[Math.floor(x / pixels)] === true;
      const light = (isDark ? 40 : 190) + Math.floor((x / side) * 30);
      image.fill(light, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  const context = { getImageData: () => ({ data: image, width: side, height: side }) };
  return { width: side, height: side, getContext: () => context } as unknown as HTMLCanvasElement;
}

it('reads the code of a hand-over where the browser has no reader of its own, and nothing where there is none', async () => {
  const code = handOverCode(
    {
      kind: 'offer',
      settlementId: 'settlement:0198c5d2-77aa-7cc1-8a11-6f6b1d2e3f40',
      from: 'ravi',
      to: 'meera',
      amount: money(1_23_456_00),
      covers: { count: 12, amount: 1_20_000_00 },
    },
    'w1',
  );
  const read = await qrReader();
  expect(await read(pictureOf(code))).toBe(code);
  expect(await read(pictureOf(undefined))).toBeUndefined();
});
