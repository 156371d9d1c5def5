import { MAX_FILE_BYTES } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';

/** What one request brings: `length` bytes from `start` of a file of `total`; a length of 0 only asks. */
export interface Part {
  readonly start: number;
  readonly length: number;
  readonly total: number;
}

/** Each part may become a document: a few hundred of one file, not millions. */
const minPartBytes = 16 * 1024;

const partShape = /^bytes ([0-9]{1,10})-([0-9]{1,10})\/([0-9]{1,10})$/;
const askShape = /^bytes \*\/([0-9]{1,10})$/;

/** Reads `Content-Range` and `Content-Length`; without a range the body is the whole file. */
export function partOf(contentRange: string | undefined, contentLength: string | undefined): Part {
  const length = lengthOf(contentLength);
  const part =
    contentRange === undefined ? { start: 0, length, total: length } : ranged(contentRange, length);
  if (part.total > MAX_FILE_BYTES) throw new AppError('file_too_large');
  if (part.total < 1) throw new AppError('bad_request', 'A file has at least one byte.');
  if (part.length > 0 && part.length < minPartBytes && part.start + part.length < part.total)
    throw new AppError('bad_request', 'Only the last part may be smaller than 16 KB.');
  return part;
}

/** Known before a byte is read, so that nothing has to be read that would be refused. */
function lengthOf(header: string | undefined): number {
  if (header === undefined || !/^[0-9]{1,10}$/.test(header))
    throw new AppError('bad_request', 'Say how long the body is (Content-Length).');
  return Number(header);
}

function ranged(contentRange: string, length: number): Part {
  const asked = askShape.exec(contentRange)?.[1];
  if (asked !== undefined && length === 0) return { start: 0, length: 0, total: Number(asked) };
  const [, from, to, of] = partShape.exec(contentRange) ?? [];
  const [start, end, total] = [Number(from), Number(to), Number(of)];
  if (of === undefined || end < start || end >= total || end - start + 1 !== length)
    throw new AppError('bad_request', 'Content-Range and the length of the body do not fit together.');
  return { start, length, total };
}
