import { expect, it } from 'vitest';
import { onWhite } from './on-white.ts';

it('leaves white where nothing is drawn, the ink where it covers, and between them at the edges', () => {
  const drawn = new Uint8ClampedArray([0, 0, 0, 0, 14, 19, 26, 255, 0, 0, 0, 51]);
  expect([...onWhite(drawn)]).toEqual([255, 255, 255, 255, 14, 19, 26, 255, 204, 204, 204, 255]);
});
