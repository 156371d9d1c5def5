/** JSON.stringify escapes surrogates only where one stands alone (or where somebody wrote a backslash). */
const halfCharacter = /\\u[dD][89a-fA-F]/;

/**
 * A body as it travels. CouchDB refuses a whole request for half a character anywhere in it, and one truncated emoji
 * must not hold up everybody's work: it is stored as U+FFFD, as every encoder to UTF-8 does.
 */
export function toBytes(body: unknown): Buffer {
  const text = JSON.stringify(body);
  return Buffer.from(halfCharacter.test(text) ? JSON.stringify(wellFormed(body)) : text);
}

function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return whole(value);
  if (Array.isArray(value)) return value.map((one) => wellFormed(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [whole(name), wellFormed(member)]));
}

const whole = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
