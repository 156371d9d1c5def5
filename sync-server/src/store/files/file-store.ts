import type { Readable } from 'node:stream';
import type { FileType } from '@revops/domain';

/**
 * A file is its hash and the person whose entry names it. Each person who names a file sends it once: whoever only
 * knows a hash, from an entry they may no longer read, cannot get at the bytes by naming it in an entry of their own.
 */
export interface FileKey {
  readonly sha256: string;
  readonly by: string;
}

export interface StoredFile {
  readonly size: number;
  /** By its first bytes, never by what a client said. */
  readonly type: FileType;
}

/** Both ends belong to it, as in HTTP. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** stored: whole, checked and durable. Otherwise everything that had arrived is dropped. */
export type Finished = 'stored' | 'wrong_type' | 'wrong_bytes';

/** The files of one workshop. */
export interface FileStore {
  /** A file that is here whole. */
  stat(key: FileKey): Promise<StoredFile | undefined>;
  /** How many bytes of an unfinished file are here, counted from its start. */
  received(key: FileKey): Promise<number>;
  /**
   * Adds bytes behind the first `offset` and resolves with how many are here then. Where another number is here, it
   * takes nothing and resolves with that. If the source breaks, what came before stays and the break is thrown.
   */
  append(key: FileKey, offset: number, source: AsyncIterable<Uint8Array>): Promise<number>;
  /** Makes a file of the `size` bytes that arrived, if they are what its name says and of a type that may be stored. */
  finish(key: FileKey, size: number): Promise<Finished>;
  /** Only for a file that `stat` found. */
  read(key: FileKey, range?: ByteRange): Promise<Readable>;
  /** Every file that is here whole, in the order of its hash. */
  list(): AsyncIterable<FileKey>;
  /** The file and whatever arrived of it. */
  remove(key: FileKey): Promise<void>;
  /** Drops unfinished files of which nothing came since. */
  sweep(before: number): Promise<void>;
}

export interface FileStores {
  of(workshopId: string): FileStore;
  close(): Promise<void>;
}
