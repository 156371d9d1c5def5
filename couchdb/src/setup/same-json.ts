/** CouchDB keeps the order of members, but nothing promises it. */
export function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(sortedMembers(a)) === JSON.stringify(sortedMembers(b));
}

function sortedMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => sortedMembers(one));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).map(([name, member]) => [name, sortedMembers(member)] as const);
  return Object.fromEntries(members.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
