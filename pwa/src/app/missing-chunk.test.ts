import { describe, expect, it } from 'vitest';
import { isMissingChunk } from './missing-chunk.ts';

describe('isMissingChunk', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://x/assets/jobs-screen-1.js',
    'error loading dynamically imported module: https://x/assets/jobs-screen-1.js',
    'Importing a module script failed.',
  ])('knows the words of each browser: %s', (words) => {
    expect(isMissingChunk(new TypeError(words))).toBe(true);
  });

  it('takes no other error for one', () => {
    expect(isMissingChunk(new TypeError('Failed to fetch'))).toBe(false);
    expect(isMissingChunk(new TypeError('this.important is undefined'))).toBe(false);
    expect(isMissingChunk(new Error('Failed to fetch dynamically imported module'))).toBe(false);
    expect(isMissingChunk('module script')).toBe(false);
  });
});
