import { describe, expect, it } from 'vitest';
import { tokenInAddress } from './reset-token.ts';

describe('tokenInAddress', () => {
  it('reads the token from the hash of the mail’s link and from ?token=', () => {
    expect(tokenInAddress({ hash: '#abc_DEF-1', search: '' })).toBe('abc_DEF-1');
    expect(tokenInAddress({ hash: '', search: '?token=abc' })).toBe('abc');
  });
  it('finds none in an address without one', () => {
    expect(tokenInAddress({ hash: '', search: '' })).toBeUndefined();
    expect(tokenInAddress({ hash: '#', search: '?token=' })).toBeUndefined();
  });
});
