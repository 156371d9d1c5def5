/** The pieces of a text that stand apart by commas or lines. */
export const writtenPieces = (text: string): string[] =>
  text
    .split(/[,;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const same = (a: string, b: string): boolean => a.toLocaleLowerCase() === b.toLocaleLowerCase();

/** Whether a piece stands in the text, however it is spelled in capitals. */
export const hasPiece = (text: string, piece: string): boolean =>
  writtenPieces(text).some((one) => same(one, piece));

/** The text with a piece added at its end, or taken out; what else was typed stays as it was typed. */
export function withPiece(text: string, piece: string): string {
  if (!hasPiece(text, piece))
    return text.trim() === '' ? piece : `${text.trimEnd().replace(/[,;]$/, '')}, ${piece}`;
  // Each separator belongs to the piece before it.
  const parts = text.match(/[^,;\n]+[,;\n]?/g) ?? [];
  const left = parts.filter((part) => !same(part.replace(/[,;\n]$/, '').trim(), piece));
  return left.join('').trim().replace(/[,;]$/, '');
}
