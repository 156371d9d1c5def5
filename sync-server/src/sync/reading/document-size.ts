/** About the bytes of a document as JSON, without making the text. */
export function documentSize(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 8;
  if (Array.isArray(value)) return value.reduce<number>((sum, member) => sum + documentSize(member) + 1, 2);
  let size = 2;
  for (const [name, member] of Object.entries(value)) size += name.length + 4 + documentSize(member);
  return size;
}
