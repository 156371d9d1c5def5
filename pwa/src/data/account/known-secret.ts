import type { KnownSecret } from './phone-book.ts';

/** What OWASP asks of PBKDF2 with SHA-256: a second on a slow phone, once per change of person. */
const usualIterations = 600_000;
const hashBits = 256;

async function derive(
  password: string,
  { salt, iterations }: Pick<KnownSecret, 'salt' | 'iterations'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, hashBits));
}

/** What a phone keeps of a password that the server has just accepted. */
export async function secretOf(password: string, iterations = usualIterations): Promise<KnownSecret> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt, iterations, hash: await derive(password, { salt, iterations }) };
}

/** Whether it is the password that the server accepted last on this phone. */
export async function fitsSecret(password: string, secret: KnownSecret): Promise<boolean> {
  const hash = await derive(password, secret);
  return hash.length === secret.hash.length && hash.every((byte, index) => byte === secret.hash[index]);
}
