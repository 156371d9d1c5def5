import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import { missingFilesRequestSchema, type FileType } from '@revops/domain';
import type { Context } from '../context.ts';
import { AppError } from '#src/errors/app-error.ts';
import { byteRangeOf } from '#src/files/byte-range.ts';
import { partOf } from '#src/files/content-range.ts';
import { FileService, type FoundFile } from '#src/files/file-service.ts';
import { callerOf, requireCaller } from '#src/http/authenticate.ts';
import { jsonBody } from '#src/http/json-body.ts';
import { parseBody } from '#src/http/parse-body.ts';
import type { RateLimits } from '#src/http/rate-limits.ts';

const maxListBytes = 64 * 1024;
const hashShape = /^[0-9a-f]{64}$/;

const endings: Readonly<Record<FileType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/**
 * The bytes that entries name. `PUT` takes a file whole or in parts (`Content-Range: bytes a-b/total`); with an empty
 * body and a star for the range it only asks how much is here. 202 and 409 say by `received` where to go on, 201 that
 * the file is stored now, 200 that it was. `GET` and `HEAD` answer while an entry that the person may read names it.
 */
export function fileRoutes(context: Context, limits: RateLimits): Router {
  const onError = (error: unknown): void => context.logger.error({ err: error }, 'files were not swept');
  const files = new FileService({ ...context, onError });
  const router = Router();
  router.use(limits.files, requireCaller(context));

  router.put('/:sha256', async (request, response) => {
    const { sha256 } = request.params;
    if (!hashShape.test(sha256)) throw new AppError('bad_request', 'A file is named by its SHA-256 in hex.');
    if ((request.get('content-encoding') ?? 'identity') !== 'identity')
      throw new AppError('unsupported_media_type', 'Send the bytes as they are, without Content-Encoding.');
    const part = partOf(request.get('content-range'), request.get('content-length'));
    const { state, received } = await files.receive(callerOf(response), sha256, part, request);
    const status = { created: 201, kept: 200, partly: 202, apart: 409 }[state];
    if (state === 'apart') throw apart(response, received);
    response.status(status).set('X-Received', String(received)).json({ received, size: part.total });
  });

  router.post('/missing', jsonBody(maxListBytes, { onlyDeclared: true }), async (request, response) => {
    const { sha256 } = parseBody(missingFilesRequestSchema, request);
    response.json({ missing: await files.missing(callerOf(response), sha256) });
  });

  router.get('/:sha256', async (request, response) => {
    const { sha256 } = request.params;
    const file = hashShape.test(sha256) ? await files.find(callerOf(response), sha256) : undefined;
    if (!file) throw new AppError('not_found');
    await sendFile(request, response, file);
  });

  return router;
}

function apart(response: Response, received: number): AppError {
  response.set('X-Received', String(received));
  return new AppError('conflict', `Only the first ${received} bytes are here; go on from there.`);
}

async function sendFile(request: Request, response: Response, file: FoundFile): Promise<void> {
  const { store, key, size, type } = file;
  const etag = `"${key.sha256}"`;
  response.set({
    'Content-Type': type,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // A name is a hash, so its bytes never change. Two people on one phone share no cache, and no proxy re-encodes.
    'Cache-Control': 'private, max-age=31536000, immutable, no-transform',
    Vary: 'Authorization, Origin',
    'X-Content-Type-Options': 'nosniff',
    // Opened by itself it is a page of this origin: it may load and run nothing.
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Content-Disposition': `${type === 'application/pdf' ? 'attachment' : 'inline'}; filename="${key.sha256.slice(0, 12)}.${endings[type]}"`,
  });
  if (request.get('if-none-match') === etag) {
    response.status(304).end();
    return;
  }
  const isCurrent = [undefined, etag].includes(request.get('if-range'));
  const range = isCurrent ? byteRangeOf(request.get('range'), size) : undefined;
  if (range === 'outside') {
    response.removeHeader('Content-Disposition');
    response.set({ 'Content-Range': `bytes */${size}`, 'Cache-Control': 'no-store' });
    throw new AppError('range_invalid');
  }
  if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${size}`);
  response.set('Content-Length', String(range ? range.end - range.start + 1 : size));
  if (request.method === 'HEAD') response.end();
  else await send(response, await store.read(key, range));
}

/** Who looks away in the middle is no error. */
async function send(response: Response, bytes: NodeJS.ReadableStream): Promise<void> {
  await pipeline(bytes, response).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}
