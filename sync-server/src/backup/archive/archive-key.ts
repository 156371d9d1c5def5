import { hkdf, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { asBytes } from './as-bytes.ts';
import { keySalt, type ArchiveHead } from './archive-head.ts';

/** What opens an archive: 32 random bytes as they are, or a passphrase that is made slow to guess. */
export type BackupKey =
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'passphrase'; readonly text: string };

export interface ArchiveKeys {
  readonly seal: Uint8Array;
  /** Stands in the head: tells a wrong key from a damaged archive. It says nothing about the other. */
  readonly check: Uint8Array;
}

const checkBytes = 16;
const minPassphrase = 16;

type Scrypt = (secret: string, salt: Uint8Array, length: number, options: object) => Promise<Buffer>;
const slow = promisify(scrypt) as unknown as Scrypt;
const spread = promisify(hkdf);

/** 64 hexadecimal digits or 43–44 of base64 are 32 bytes; anything else is a passphrase. Undefined where it is too short. */
export function parseBackupKey(text: string): BackupKey | undefined {
  const trimmed = text.trim();
  if (/^[0-9a-fA-F]{64}$/.test(trimmed)) return { kind: 'raw', bytes: asBytes(Buffer.from(trimmed, 'hex')) };
  const bytes = asBytes(Buffer.from(trimmed, 'base64'));
  if (/^[A-Za-z0-9+/_-]{43}=?$/.test(trimmed) && bytes.length === 32) return { kind: 'raw', bytes };
  return trimmed.length < minPassphrase ? undefined : { kind: 'passphrase', text: trimmed };
}

/** Every archive has keys of its own, so that no two ever share a nonce. */
export async function archiveKeys(key: BackupKey, head: ArchiveHead): Promise<ArchiveKeys> {
  const secret = await secretOf(key, head);
  const salt = keySalt(head);
  const [seal, check] = await Promise.all([
    spread('sha256', secret, salt, 'revops backup seal', 32),
    spread('sha256', secret, salt, 'revops backup check', checkBytes),
  ]);
  return { seal: new Uint8Array(seal), check: new Uint8Array(check) };
}

async function secretOf(key: BackupKey, { stretch, salt }: ArchiveHead): Promise<Uint8Array> {
  if (stretch === undefined) return key.kind === 'raw' ? key.bytes : new TextEncoder().encode(key.text);
  const { logN, r, p } = stretch;
  const N = 2 ** logN;
  // A raw key opens no archive of a passphrase; it fails at the check like every wrong key.
  const text = key.kind === 'passphrase' ? key.text : '';
  return asBytes(await slow(text, salt, 32, { N, r, p, maxmem: 256 * N * r }));
}
