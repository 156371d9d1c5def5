import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileTypes, type FileType } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { failedWith } from '../couchdb/couch-failure.ts';
import { couchFileId, listCouchFiles } from './couch-file-list.ts';
import type { CouchFilesConnection } from './couch-files-connection.ts';
import { CouchParts, inParts, joined, type CouchPart } from './couch-parts.ts';
import { FileCheck } from './file-check.ts';
import { checkKey } from './file-key.ts';
import type { ByteRange, FileKey, FileStore, Finished, StoredFile } from './file-store.ts';
import { inCode } from './in-code.ts';

interface FileDocument {
  readonly _rev: string;
  readonly _attachments?: Readonly<
    Record<string, { readonly content_type: string; readonly length: number }>
  >;
}

/** Copies of a cluster are tens of milliseconds apart. */
const listAttempts = 4;
const listPauseMs = 100;

const lengthOf = (parts: readonly CouchPart[]): number => parts.reduce((sum, { length }) => sum + length, 0);

/** Each file is a document `file:<hash>:<person>` whose one attachment is the file. */
export class CouchFileStore implements FileStore {
  readonly #connection: CouchFilesConnection;
  readonly #path: string;
  readonly #parts: CouchParts;
  readonly #prepare: () => Promise<void>;
  #ready: Promise<void> | undefined;

  constructor(connection: CouchFilesConnection, database: string, prepare: () => Promise<void>) {
    this.#connection = connection;
    this.#path = `/${encodeURIComponent(database)}`;
    this.#parts = new CouchParts(connection, this.#path);
    this.#prepare = prepare;
  }

  stat(key: FileKey): Promise<StoredFile | undefined> {
    return this.#use(async () => {
      const attachment = (await this.#document(key))?._attachments?.['bytes'];
      const type = fileTypes.find((one) => one === attachment?.content_type);
      return attachment && type && { size: attachment.length, type };
    });
  }

  received(key: FileKey): Promise<number> {
    checkKey(key);
    return this.#use(async () => lengthOf(joined(await this.#parts.all(key))));
  }

  append(key: FileKey, offset: number, source: AsyncIterable<Uint8Array>): Promise<number> {
    checkKey(key);
    return this.#use(async () => {
      const received = lengthOf(joined(await this.#listed(key, offset)));
      if (received !== offset) return received;
      let end = offset;
      for await (const part of inParts(source)) {
        await this.#parts.write(key, end, part);
        end += part.length;
      }
      return end;
    });
  }

  finish(key: FileKey, size: number): Promise<Finished> {
    checkKey(key);
    return this.#use(async () => {
      const all = await this.#listed(key, size);
      const parts = joined(all);
      if (lengthOf(parts) < size)
        throw new AppError('unavailable', 'The store does not show every part yet.');
      const check = new FileCheck();
      for await (const chunk of this.#parts.bytes(parts)) check.add(chunk);
      const { type } = check;
      const isNamed = check.isNamed(key.sha256);
      if (type !== undefined && isNamed) await this.#store(key, type, parts);
      await this.#parts.drop(all);
      if (type === undefined) return 'wrong_type';
      return isNamed ? 'stored' : 'wrong_bytes';
    });
  }

  read(key: FileKey, range?: ByteRange): Promise<Readable> {
    return this.#use(async () => {
      const path = `${this.#pathOf(key)}/bytes`;
      if (range === undefined) return (await this.#connection.ask({ method: 'GET', path }, 200)).stream;
      const headers = { range: `bytes=${range.start}-${range.end}` };
      return (await this.#connection.ask({ method: 'GET', path, headers }, 206)).stream;
    });
  }

  list(): AsyncGenerator<FileKey> {
    return listCouchFiles(this.#connection, this.#path);
  }

  remove(key: FileKey): Promise<void> {
    return this.#use(async () => {
      const id = couchFileId(key);
      const document = await this.#document(key);
      const parts = await this.#parts.all(key);
      await this.#parts.drop([...parts, ...(document ? [{ id, rev: document._rev }] : [])]);
    });
  }

  sweep(before: number): Promise<void> {
    return this.#use(() => this.#parts.sweep(before));
  }

  /** One copy of a cluster answers a list, and it may not have yet what the others have. */
  async #listed(key: FileKey, atLeast: number): Promise<readonly CouchPart[]> {
    for (let attempt = 1; ; attempt += 1) {
      const parts = await this.#parts.all(key);
      if (attempt === listAttempts || lengthOf(joined(parts)) >= atLeast) return parts;
      await pause(listPauseMs);
    }
  }

  /** 202, stored without a quorum, is no reason for a phone to let its photo go: it asks again and finds it stored. */
  async #store(key: FileKey, type: FileType, parts: readonly CouchPart[]): Promise<void> {
    const status = await this.#connection.done(
      {
        method: 'PUT',
        path: `${this.#pathOf(key)}/bytes`,
        bytes: this.#parts.bytes(parts),
        headers: { 'content-type': type, 'content-length': String(lengthOf(parts)) },
      },
      201,
      202,
      409,
    );
    if (status === 202) throw new AppError('unavailable', 'The store has no quorum.');
  }

  async #document(key: FileKey): Promise<FileDocument | undefined> {
    try {
      const answer = await this.#connection.ask({ method: 'GET', path: this.#pathOf(key) }, 200);
      return (await answer.json()) as FileDocument;
    } catch (error) {
      if (failedWith(error, 404)) return undefined;
      throw error;
    }
  }

  async #use<T>(task: () => Promise<T>): Promise<T> {
    this.#ready ??= this.#prepare();
    try {
      await this.#ready;
    } catch (error) {
      this.#ready = undefined;
      throw error;
    }
    try {
      return await task();
    } catch (error) {
      throw inCode(error);
    }
  }

  #pathOf(key: FileKey): string {
    return `${this.#path}/${encodeURIComponent(couchFileId(key))}`;
  }
}
