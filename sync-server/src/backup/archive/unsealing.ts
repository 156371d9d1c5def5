import { createDecipheriv } from 'node:crypto';
import { BackupError } from '../backup-error.ts';
import { asBytes } from './as-bytes.ts';
import { joinedBytes } from './joined-bytes.ts';
import { chunkBytes, chunkNonce, tagBytes } from './sealing.ts';

const sealedBytes = chunkBytes + tagBytes;

/** Opens what `sealing` made. Every chunk is proven before any of its bytes leave; a missing end is noticed at the end. */
export async function* unsealing(
  source: AsyncIterable<Uint8Array>,
  key: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let size = 0;
  let index = 0;
  for await (const piece of source) {
    held.push(piece);
    size += piece.length;
    if (size <= sealedBytes) continue;
    let all = joinedBytes(held);
    for (; all.length > sealedBytes; index += 1) {
      yield opened(all.subarray(0, sealedBytes), key, index, false);
      all = all.subarray(sealedBytes);
    }
    [held, size] = [[all], all.length];
  }
  yield opened(joinedBytes(held), key, index, true);
}

function opened(sealed: Uint8Array, key: Uint8Array, index: number, isLast: boolean): Uint8Array {
  const cut = sealed.length - tagBytes;
  if (cut < 0) throw damaged(index);
  const decipher = createDecipheriv('aes-256-gcm', key, chunkNonce(index, isLast), {
    authTagLength: tagBytes,
  });
  decipher.setAuthTag(sealed.subarray(cut));
  try {
    return joinedBytes([decipher.update(sealed.subarray(0, cut)), decipher.final()].map(asBytes));
  } catch {
    throw damaged(index);
  }
}

const damaged = (index: number): BackupError =>
  new BackupError(
    `The archive is damaged or cut off near byte ${index * sealedBytes}. Nothing was taken from it; use another archive.`,
  );
