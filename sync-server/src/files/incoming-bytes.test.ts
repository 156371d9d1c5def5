import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { jpegOf, textBytes } from '../testing/file-kit.ts';
import { after, bytesOf, ofKnownType } from './incoming-bytes.ts';

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function all(source: AsyncIterable<Uint8Array>): Promise<number[]> {
  const bytes: number[] = [];
  for await (const chunk of source) bytes.push(...chunk);
  return bytes;
}

describe('the bytes of a request', () => {
  it('are cut when nothing comes for too long', async () => {
    const silent = new Readable({ read: () => undefined });
    silent.push(Buffer.from('some'));
    const taken: number[] = [];
    const reading = (async () => {
      for await (const chunk of bytesOf(silent, new AbortController().signal, 20)) taken.push(...chunk);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'timeout' });
    expect(taken).toHaveLength(4);
    expect(silent.destroyed).toBe(true);
  });

  it('end when a newer request takes over', async () => {
    const stop = new AbortController();
    const reading = all(bytesOf(new Readable({ read: () => undefined }), stop.signal));
    stop.abort(new Error('newer'));
    await expect(reading).rejects.toMatchObject({ code: 'bad_request' });
  });

  it('leave the connection open for an answer when they are refused in the middle', async () => {
    const request = Readable.from([Buffer.from('<html>not a picture</html>'), Buffer.from('more')]);
    const reading = all(ofKnownType(bytesOf(request, new AbortController().signal)));
    await expect(reading).rejects.toMatchObject({ code: 'file_type_refused' });
    expect(request.destroyed).toBe(false);
  });
});

describe('what is skipped and what is looked at', () => {
  it.each([0, 1, 7, 8, 20, 100])(
    'goes on behind the first %i bytes, however they are cut',
    async (skipped) => {
      const bytes = jpegOf(100);
      for (const size of [1, 7, 64, 100])
        expect(await all(after(skipped, pieces(bytes, size)))).toEqual([...bytes.subarray(skipped)]);
    },
  );

  it.each([1, 5, 12, 1000])('knows a picture that comes in pieces of %i bytes', async (size) => {
    const bytes = jpegOf(300);
    expect(await all(ofKnownType(pieces(bytes, size)))).toEqual([...bytes]);
    await expect(all(ofKnownType(pieces(textBytes('<svg xmlns="…"/>'), size)))).rejects.toMatchObject({
      code: 'file_type_refused',
    });
  });
});
