import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasPiece, withPiece, writtenPieces } from './written-pieces.ts';

test('a chip adds its words behind what was typed, and takes out just them', () => {
  expect(withPiece('', 'Oil filter')).toBe('Oil filter');
  expect(withPiece('Brake pads,', 'Oil filter')).toBe('Brake pads, Oil filter');
  expect(withPiece('Ask first: scratches\nOil filter, Brake pads', 'oil filter')).toBe(
    'Ask first: scratches\n Brake pads',
  );
  expect(withPiece('Oil filter', 'Oil filter')).toBe('');
  expect(withPiece('Brake pads, Oil filter', 'Oil filter')).toBe('Brake pads');
});

test('adding and taking out leaves the pieces that were there', () => {
  const word = fc.stringMatching(/^[a-z]{1,6}( [a-z]{1,6})?$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 5 }),
      word,
      fc.constantFrom(', ', '; ', '\n'),
      (words, piece, gap) => {
        fc.pre(!words.includes(piece));
        const text = words.join(gap);
        const added = withPiece(text, piece);
        expect(hasPiece(added, piece)).toBe(true);
        expect(writtenPieces(added)).toEqual([...words, piece]);
        expect(writtenPieces(withPiece(added, piece))).toEqual(words);
      },
    ),
  );
});
