/**
 * The same JSON value with the keys of every object sorted and undefined members dropped, so that two devices
 * that hold equal documents also hold equal bytes. Total: what JSON cannot carry becomes what JSON makes of it.
 */
export function canonical<T>(value: T): T {
  return sorted(value) as T;
}

/** The one JSON text of a value, whatever order its keys were written in. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value)) ?? 'null';
}

function sorted(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value === 'symbol') return undefined;
  if (Object.is(value, -0)) return 0;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON());
  return sortedObject(value as Readonly<Record<string, unknown>>);
}

function sortedObject(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = sorted(value[key]);
    if (member === undefined) continue;
    // Assigned it would be no member of its own. Everything else is: a gateway sorts every body, and pairs cost it double.
    if (key === '__proto__')
      Object.defineProperty(members, key, {
        value: member,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    else members[key] = member;
  }
  return members;
}
