import { crc32, zipDirectory, zipFileHeader, type ZipEntry } from '@revops/domain';

/** A file that goes into an archive, as its text comes. */
export interface TextFile {
  readonly path: string;
  readonly text: Iterable<string> | AsyncIterable<string>;
}

/** What is deflated so far; the browser deflates beside this thread. */
async function deflated({ path, text }: TextFile): Promise<{ entry: ZipEntry; bytes: Blob }> {
  const utf8 = new TextEncoder();
  const stream = new CompressionStream('deflate-raw');
  const bytes = new Response(stream.readable).blob();
  const writer = stream.writable.getWriter();
  let [crc, size] = [0, 0];
  try {
    for await (const part of text) {
      const chunk = utf8.encode(part);
      crc = crc32(chunk, crc);
      size += chunk.length;
      await writer.write(chunk);
    }
    await writer.close();
  } catch (error) {
    bytes.catch(() => undefined);
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
  const packed = await bytes;
  return { entry: { path, crc, size, packedSize: packed.size }, bytes: packed };
}

/** An archive of texts, file after file; what is done waits as a blob, which browsers keep on the disk when it is large. */
export async function zippedTexts(files: readonly TextFile[], type: string): Promise<Blob> {
  const entries: ZipEntry[] = [];
  const parts: BlobPart[] = [];
  for (const file of files) {
    const { entry, bytes } = await deflated(file);
    entries.push(entry);
    parts.push(zipFileHeader(entry), bytes);
  }
  return new Blob([...parts, ...zipDirectory(entries)], { type });
}
