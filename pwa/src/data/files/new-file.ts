import {
  err,
  fileTypeOf,
  MAX_FILE_BYTES,
  ok,
  type ErrorCode,
  type FileType,
  type Result,
} from '@revops/domain';

/** Bytes that a save stores beside the entry that names them. */
export interface NewFile {
  readonly sha256: string;
  readonly size: number;
  readonly type: FileType;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The name of a file: the hash of its bytes, in hex. */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Checks and names bytes before they are saved; never inside a transaction, which would end meanwhile. */
export async function newFile(bytes: Uint8Array<ArrayBuffer>): Promise<Result<NewFile, ErrorCode>> {
  if (bytes.length > MAX_FILE_BYTES) return err('file_too_large');
  const type = fileTypeOf(bytes);
  if (type === undefined) return err('file_type_refused');
  return ok({ sha256: await hashOf(bytes), size: bytes.length, type, bytes });
}
