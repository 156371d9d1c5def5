import { constants, createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { FILE_HEAD_BYTES, fileTypeOf } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { FileCheck } from './file-check.ts';
import { checkKey } from './file-key.ts';
import type { ByteRange, FileKey, FileStore, Finished, StoredFile } from './file-store.ts';

const hashLength = 64;

/** What arrives grows under `parts`; it gets its place by one rename, after its bytes were checked and flushed. */
export class DiskFileStore implements FileStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async stat(key: FileKey): Promise<StoredFile | undefined> {
    const handle = await opened(this.#place(key), constants.O_RDONLY);
    if (handle === undefined) return undefined;
    return closing(handle, async () => {
      const head = new Uint8Array(FILE_HEAD_BYTES);
      const [{ size }] = await Promise.all([handle.stat(), handle.read(head, 0, head.length, 0)]);
      const type = fileTypeOf(head);
      return type && { size, type };
    });
  }

  async received(key: FileKey): Promise<number> {
    return (await stated(this.#part(key)))?.size ?? 0;
  }

  append(key: FileKey, offset: number, source: AsyncIterable<Uint8Array>): Promise<number> {
    return onDisk(async () => {
      const path = this.#part(key);
      await mkdir(dirname(path), { recursive: true });
      const handle = await open(path, constants.O_WRONLY | constants.O_CREAT, 0o600);
      return closing(handle, async () => {
        const { size } = await handle.stat();
        return size === offset ? writeAll(handle, offset, source) : size;
      });
    });
  }

  finish(key: FileKey, size: number): Promise<Finished> {
    return onDisk(async () => {
      const part = this.#part(key);
      const check = new FileCheck();
      for await (const chunk of createReadStream(part)) check.add(chunk as Uint8Array);
      const refused = check.type === undefined ? 'wrong_type' : 'wrong_bytes';
      if (check.type === undefined || check.size !== size || !check.isNamed(key.sha256)) {
        await rm(part, { force: true });
        return refused;
      }
      await this.#settle(part, this.#place(key));
      return 'stored';
    });
  }

  read(key: FileKey, range?: ByteRange): Promise<Readable> {
    return Promise.resolve(createReadStream(this.#place(key), range));
  }

  async *list(): AsyncGenerator<FileKey> {
    const folders = (await namesIn(this.#folder)).filter((name) => name.length === 2);
    for (const folder of folders)
      for (const name of await namesIn(join(this.#folder, folder)))
        yield { sha256: name.slice(0, hashLength), by: name.slice(hashLength + 1) };
  }

  async remove(key: FileKey): Promise<void> {
    await Promise.all([this.#part(key), this.#place(key)].map((path) => rm(path, { force: true })));
  }

  async sweep(before: number): Promise<void> {
    const folder = join(this.#folder, 'parts');
    const names = await readdir(folder).catch(() => []);
    for (const path of names.map((name) => join(folder, name))) {
      const found = await stated(path);
      if (found && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  /** Durable before it is acknowledged: first the bytes, then the name. */
  async #settle(part: string, place: string): Promise<void> {
    const folder = dirname(place);
    await mkdir(folder, { recursive: true });
    await flush(part);
    await rename(part, place);
    for (const path of [folder, this.#folder, dirname(this.#folder)]) await flush(path);
  }

  /** Folders of at most some thousand files, by the hash's first two letters. */
  #place(key: FileKey): string {
    const { sha256, by } = checkKey(key);
    return join(this.#folder, sha256.slice(0, 2), `${sha256}-${by}`);
  }

  #part(key: FileKey): string {
    const { sha256, by } = checkKey(key);
    return join(this.#folder, 'parts', `${sha256}-${by}`);
  }
}

async function writeAll(
  handle: FileHandle,
  offset: number,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  let position = offset;
  for await (const chunk of source) {
    await handle.writev([chunk], position);
    position += chunk.length;
  }
  return position;
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await closing(handle, () => handle.sync());
}

async function closing<T>(handle: FileHandle, task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } finally {
    await handle.close();
  }
}

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function opened(path: string, flags: number): Promise<FileHandle | undefined> {
  return open(path, flags).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names: string[] = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names.sort();
}

async function stated(path: string) {
  return stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
}

/** A full disk is no fault of the sender: the phone keeps its photo and tries again. */
async function onDisk<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      throw new AppError('unavailable', 'The disk of the server is full.', { cause: error });
    throw error;
  }
}
