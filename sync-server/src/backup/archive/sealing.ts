import { createCipheriv } from 'node:crypto';
import { asBytes } from './as-bytes.ts';
import { joinedBytes } from './joined-bytes.ts';

/** What one sealed chunk holds; a change of it is a new format. */
export const chunkBytes = 64 * 1024;
export const tagBytes = 16;

/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: each chunk is sealed under a nonce
 * of its number and of whether it is the last, so that none can be changed, swapped, repeated, left out or cut off.
 */
export function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Seals a stream of bytes; always ends with a chunk marked as the last, be it empty. */
export async function* sealing(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  let index = 0;
  for await (const piece of source) {
    for (let at = 0; at < piece.length;) {
      // A full chunk is sealed only when more comes: only then is it known not to be the last.
      if (size === chunkBytes) {
        yield sealed(joinedBytes(held), key, index, false);
        [held, size, index] = [[], 0, index + 1];
      }
      const part = piece.subarray(at, at + chunkBytes - size);
      held.push(part);
      size += part.length;
      at += part.length;
    }
  }
  yield sealed(joinedBytes(held), key, index, true);
}

function sealed(plain: Uint8Array, key: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, chunkNonce(index, isLast));
  const text = [cipher.update(plain), cipher.final()].map(asBytes);
  return joinedBytes([...text, asBytes(cipher.getAuthTag())]);
}
