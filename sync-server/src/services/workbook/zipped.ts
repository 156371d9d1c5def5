import { once } from 'node:events';
import { Readable } from 'node:stream';
import { constants, crc32, createDeflateRaw } from 'node:zlib';
import { Zip, type AsyncFlateStreamHandler, type ZipInputFile } from 'fflate';

/** A file that goes into an archive, as its text comes. */
export interface ZippedFile {
  readonly path: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

const deflated = 8;
const chunkBytes = 128 * 1024;
const utf8 = new TextEncoder();

/** What the archive's directory has to know of a file, counted while its bytes go by. */
class Entry implements ZipInputFile {
  readonly filename: string;
  readonly compression = deflated;
  size = 0;
  crc = 0;
  declare ondata?: AsyncFlateStreamHandler;

  constructor(filename: string) {
    this.filename = filename;
  }

  async *counted(text: ZippedFile['text']): AsyncGenerator<Uint8Array> {
    for await (const part of text) {
      const bytes = utf8.encode(part);
      this.size += bytes.length;
      this.crc = crc32(bytes, this.crc);
      yield bytes;
    }
  }
}

/**
 * An archive that is written while it is read, file after file: no more of it than some chunks is in memory, and whoever
 * stops reading stops everything before it. fflate writes the archive, zlib deflates beside this thread.
 */
export async function* zipped(files: Iterable<ZippedFile>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { path, text } of files) {
    const entry = new Entry(path);
    zip.add(entry);
    for await (const chunk of deflatedBytes(entry.counted(text))) {
      entry.ondata?.(null, chunk, false);
      yield* ready.splice(0);
    }
    entry.ondata?.(null, new Uint8Array(), true);
    yield* ready.splice(0);
  }
  zip.end();
  yield* ready.splice(0);
}

async function* deflatedBytes(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const source = Readable.from(bytes, { objectMode: true, highWaterMark: 2 });
  // Rows of a table repeat themselves so much that the quickest level already takes nine tenths off.
  const deflate = createDeflateRaw({ level: constants.Z_BEST_SPEED, chunkSize: chunkBytes });
  source.once('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  try {
    yield* deflate;
  } finally {
    deflate.destroy();
    source.destroy();
    if (!source.closed) await once(source, 'close');
  }
}
