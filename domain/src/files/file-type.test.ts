import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { FILE_HEAD_BYTES, fileTypeOf } from './file-type.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test('pictures and papers are known by their first bytes', () => {
  expect(fileTypeOf(bytes('\u00ff\u00d8\u00ff\u00e0 rest'))).toBe('image/jpeg');
  expect(fileTypeOf(bytes('\u0089PNG\r\n\u001a\n rest'))).toBe('image/png');
  expect(fileTypeOf(bytes('RIFF....WEBPVP8 '))).toBe('image/webp');
  expect(fileTypeOf(bytes('%PDF-1.7'))).toBe('application/pdf');
});

test.each([
  '',
  '<svg xmlns',
  '<html>',
  'GIF89a......',
  'RIFF....WAVE',
  'XXXX....WEBP',
  ' %PDF-1.7',
  '\u00ff\u00d8',
  'PK\u0003\u0004',
])('anything else is nothing that may be stored: %j', (text) => {
  expect(fileTypeOf(bytes(text))).toBeUndefined();
});

test('only the head decides', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: FILE_HEAD_BYTES }), fc.uint8Array(), (head, rest) => {
      expect(fileTypeOf(Uint8Array.of(...head, ...rest))).toBe(fileTypeOf(head.slice(0, FILE_HEAD_BYTES)));
    }),
  );
});
