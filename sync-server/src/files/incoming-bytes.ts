import type { Readable } from 'node:stream';
import { FILE_HEAD_BYTES, fileTypeOf } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';

/** A sender that is silent for so long is gone; what came before counts. */
const idleMs = 60_000;

/** The bytes of a request, until its end, its silence or the signal. Leaves the connection usable for an answer. */
export async function* bytesOf(
  request: Readable,
  signal: AbortSignal,
  silentMs = idleMs,
): AsyncGenerator<Uint8Array> {
  const cut = (reason: unknown): void => void request.destroy(reason as Error);
  const onAbort = (): void => cut(signal.reason);
  const timer = setTimeout(() => cut(new AppError('timeout', 'The bytes stopped coming.')), silentMs);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      yield chunk as Uint8Array;
      timer.refresh();
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // Nobody is left to be answered; what came is kept.
    throw new AppError('bad_request', 'The connection was cut.', { cause: error });
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Without the first bytes: they are here already. */
export async function* after(skipped: number, source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = skipped;
  for await (const chunk of source) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Refuses by the first bytes what would be refused at the end, before anything of it is stored. */
export async function* ofKnownType(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let isKnown = false;
  for await (const chunk of source) {
    if (isKnown) {
      yield chunk;
      continue;
    }
    held.push(chunk);
    const head = joined(held);
    if (head.length < FILE_HEAD_BYTES) continue;
    if (fileTypeOf(head) === undefined) throw new AppError('file_type_refused');
    isKnown = true;
    yield head;
    held = [];
  }
  // Fewer bytes than tell anything: the check at the end sees them again.
  yield* held;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
