import { describe, expect, it } from 'vitest';
import { fromOf } from './from-place.ts';

describe('fromOf', () => {
  it('leads back to the address that was asked for', () => {
    expect(fromOf({ from: '/jobs/1' })).toBe('/jobs/1');
  });
  it.each([
    null,
    undefined,
    'x',
    {},
    { from: 3 },
    { from: 'https://evil.example' },
    { from: '//evil.example' },
  ])('leads to the start from %j', (state) => {
    expect(fromOf(state)).toBe('/');
  });
});
