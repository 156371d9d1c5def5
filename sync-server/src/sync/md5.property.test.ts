import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { md5 as domainMd5 } from '@revops/domain';
import { md5 } from './md5.ts';

it('gives every text the hash that a phone computes for it, half characters too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(md5(text)).toBe(domainMd5(text));
      expect(md5(`\uD800${text}\uDC00`)).toBe(domainMd5(`\uD800${text}\uDC00`));
    }),
  );
});
