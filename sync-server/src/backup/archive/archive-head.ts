import { createHash, randomBytes } from 'node:crypto';
import { BackupError } from '../backup-error.ts';
import { asBytes } from './as-bytes.ts';
import { joinedBytes } from './joined-bytes.ts';

/**
 * The first 80 bytes, all that is readable without the key: `RVOPSBK` and the format's number (8), how a passphrase was
 * stretched: log2(N), r, p, 0 (4; zeros for a raw key), salt (32), check of the key (16), zeros (4), and the first 16
 * bytes of the SHA-256 of what stands before.
 */
export interface ArchiveHead {
  readonly stretch: Stretch | undefined;
  readonly salt: Uint8Array;
}

interface Stretch {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
}

const magic = new TextEncoder().encode('RVOPSBK');
const format = 1;
export const headBytes = 80;
const bodyBytes = 64;

/** 32 MB and about 0.3 s for each guess. */
const usualStretch: Stretch = { logN: 15, r: 8, p: 3 };
/** A head that was tampered with must not be able to take all memory or time. */
const strongest: Stretch = { logN: 20, r: 16, p: 16 };

export const newHead = (isPassphrase: boolean): ArchiveHead => ({
  stretch: isPassphrase ? usualStretch : undefined,
  salt: asBytes(randomBytes(32)),
});

/** Binds the keys to everything the head says. */
export const keySalt = (head: ArchiveHead): Uint8Array => body(head, new Uint8Array(16));

export function encodeHead(head: ArchiveHead, check: Uint8Array): Uint8Array {
  const bytes = body(head, check);
  return joinedBytes([bytes, digest(bytes)]);
}

interface Decoded {
  readonly head: ArchiveHead;
  readonly check: Uint8Array;
}

export function decodeHead(bytes: Uint8Array): Decoded {
  if (bytes.length < headBytes || !isSame(bytes.subarray(0, magic.length), magic))
    throw new BackupError('This is no RevOps archive, or it is cut off at its beginning.');
  if (!isSame(digest(bytes.subarray(0, bodyBytes)), bytes.subarray(bodyBytes, headBytes)))
    throw new BackupError(
      'The archive is damaged at its beginning. Nothing was taken from it; use another archive.',
    );
  if (bytes[7] !== format)
    throw new BackupError(
      `The archive has format ${bytes[7]}; this version of RevOps reads format ${format}.`,
    );
  const [logN = 0, r = 0, p = 0] = bytes.subarray(8, 11);
  if (logN > strongest.logN || r > strongest.r || p > strongest.p)
    throw new BackupError('The archive asks for more work than any that RevOps writes.');
  const stretch = logN === 0 ? undefined : { logN, r, p };
  return {
    head: { stretch, salt: bytes.slice(12, 44) },
    check: bytes.slice(44, 60),
  };
}

function body({ stretch, salt }: ArchiveHead, check: Uint8Array): Uint8Array {
  const { logN, r, p } = stretch ?? { logN: 0, r: 0, p: 0 };
  return joinedBytes([magic, Uint8Array.of(format, logN, r, p, 0), salt, check, new Uint8Array(4)]);
}

const digest = (bytes: Uint8Array): Uint8Array =>
  asBytes(createHash('sha256').update(bytes).digest()).subarray(0, 16);

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
