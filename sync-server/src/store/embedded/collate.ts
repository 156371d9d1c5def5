/** CouchDB's order of JSON values, with strings by code unit. */
export function collate(a: unknown, b: unknown): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  if (Array.isArray(a) && Array.isArray(b)) return collateArrays(a, b);
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  return Number(a) - Number(b) || 0;
}

function collateArrays(a: readonly unknown[], b: readonly unknown[]): number {
  for (const [index, element] of a.entries()) {
    if (index >= b.length) return 1;
    const order = collate(element, b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function rankOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (Array.isArray(value)) return 4;
  return { boolean: 1, number: 2, string: 3 }[typeof value as string] ?? 5;
}
