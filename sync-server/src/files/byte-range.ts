import type { ByteRange } from '#src/store/files/file-store.ts';

/**
 * What a `Range` header asks of so many bytes: one range, undefined for the whole (no header, or one we need not
 * honour), or that nothing of it is there.
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=([0-9]{0,10})-([0-9]{0,10})$/.exec(header ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  if (from === '') return to === '0'.repeat(to.length) ? 'outside' : last(Number(to), size);
  const start = Number(from);
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < start) return undefined;
  return start >= size ? 'outside' : { start, end };
}

const last = (count: number, size: number): ByteRange => ({
  start: Math.max(0, size - count),
  end: size - 1,
});
