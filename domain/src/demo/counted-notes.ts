const denominations = [500, 200, 100, 50, 20, 10, 5, 2, 1];

/** Cash of an amount in minor units, piece by piece, as few as possible; nothing where it has parts of a rupee. */
export function countedNotes(amount: number): Readonly<Record<string, number>> | undefined {
  if (amount <= 0 || amount % 100 !== 0) return undefined;
  let left = amount / 100;
  const notes: Record<string, number> = {};
  for (const value of denominations) {
    const pieces = Math.floor(left / value);
    if (pieces > 0) notes[String(value)] = pieces;
    left -= pieces * value;
  }
  return notes;
}
