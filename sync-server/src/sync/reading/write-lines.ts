import { once } from 'node:events';
import type { Writable } from 'node:stream';

/**
 * One JSON text per line. Waits for a reader that is slower than the store instead of piling up what it has not taken,
 * and throws where a page is not taken in time.
 */
export async function writeLines(to: Writable, lines: readonly unknown[], withinMs: number): Promise<void> {
  let limit: AbortSignal | undefined;
  for (const line of lines) {
    if (to.write(`${JSON.stringify(line)}\n`)) continue;
    limit ??= AbortSignal.timeout(withinMs);
    await drained(to, limit);
  }
}

async function drained(to: Writable, limit: AbortSignal): Promise<void> {
  const settled = new AbortController();
  const signal = AbortSignal.any([limit, settled.signal]);
  const closed = once(to, 'close', { signal }).then(() => {
    throw new Error('the reader has gone');
  });
  closed.catch(() => undefined);
  try {
    if (to.destroyed) throw new Error('the reader has gone');
    await Promise.race([once(to, 'drain', { signal }), closed]);
  } finally {
    settled.abort();
  }
}
