import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import type { BucketConfig } from '#src/config/backup-config.ts';
import { BackupError } from '../backup-error.ts';
import type { ArchiveBucket } from './archive-bucket.ts';
import { textsOf } from './texts-of.ts';

/** S3 takes 10,000 parts, each but the last at least 5 MB. */
const usualPart = 16 * 1024 * 1024;
const mostParts = 9000;
const timeoutMs = 5 * 60_000;

export interface S3Options {
  readonly partBytes?: number;
  readonly retries?: number;
}

/** A bucket that speaks S3: Amazon's, Cloudflare R2, Backblaze B2, MinIO … */
export class S3Bucket implements ArchiveBucket {
  readonly #url: string;
  readonly #client: AwsClient;
  readonly #partBytes: number;

  constructor({ url, keyId, secret, region }: BucketConfig, { partBytes, retries }: S3Options = {}) {
    this.#url = url;
    this.#partBytes = partBytes ?? usualPart;
    this.#client = new AwsClient({
      accessKeyId: keyId,
      secretAccessKey: secret,
      service: 's3',
      region,
      retries: retries ?? 4,
    });
  }

  /** Comes to be under its name only as a whole. */
  async put(name: string, path: string): Promise<void> {
    const { size } = await stat(path);
    const file = await open(path, 'r');
    try {
      const partBytes = Math.max(this.#partBytes, Math.ceil(size / mostParts));
      if (size <= partBytes) await this.#ask('PUT', name, await part(file, 0, size));
      else await this.#inParts(name, file, size, partBytes);
    } finally {
      await file.close();
    }
    const stored = await this.#ask('HEAD', name);
    if (Number(stored.headers.get('content-length')) !== size)
      throw new BackupError('The bucket does not hold the archive whole. It will be sent again.');
  }

  async list(): Promise<readonly string[]> {
    const { bucket, prefix } = this.#place();
    const names: string[] = [];
    for (let token = ''; ;) {
      const query = new URLSearchParams({ 'list-type': '2', prefix });
      if (token !== '') query.set('continuation-token', token);
      const xml = await (await this.#fetch('GET', `${bucket}?${query.toString()}`)).text();
      names.push(...textsOf(xml, 'Key').map((key) => key.slice(prefix.length)));
      token = textsOf(xml, 'NextContinuationToken')[0] ?? '';
      if (token === '') return names;
    }
  }

  async remove(name: string): Promise<void> {
    await this.#ask('DELETE', name);
  }

  async #inParts(name: string, file: FileHandle, size: number, partBytes: number): Promise<void> {
    const begun = await (await this.#ask('POST', `${name}?uploads=`)).text();
    const id = encodeURIComponent(textsOf(begun, 'UploadId')[0] ?? '');
    const tags: string[] = [];
    try {
      for (let at = 0; at < size; at += partBytes) {
        const bytes = await part(file, at, Math.min(partBytes, size - at));
        const stored = await this.#ask('PUT', `${name}?partNumber=${tags.length + 1}&uploadId=${id}`, bytes);
        tags.push(stored.headers.get('etag') ?? '');
      }
      const parts = tags.map(
        (tag, index) => `<Part><PartNumber>${index + 1}</PartNumber><ETag>${tag}</ETag></Part>`,
      );
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`;
      const answer = await (
        await this.#ask('POST', `${name}?uploadId=${id}`, new TextEncoder().encode(body))
      ).text();
      // S3 may say 200 first and find out later.
      if (answer.includes('<Error>')) throw refused(200, answer);
    } catch (error) {
      // Parts of an upload that was given up cost money until they are dropped.
      await this.#ask('DELETE', `${name}?uploadId=${id}`).catch(() => undefined);
      throw error;
    }
  }

  #ask(method: string, name: string, body?: Uint8Array): Promise<Response> {
    return this.#fetch(method, `${this.#url}/${name}`, body);
  }

  async #fetch(method: string, url: string, body?: Uint8Array): Promise<Response> {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex');
    const response = await this.#client
      .fetch(url, {
        method,
        headers: { 'x-amz-content-sha256': hash },
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        signal: AbortSignal.timeout(timeoutMs),
      })
      .catch((error: unknown) => {
        throw new BackupError('The bucket of BACKUP_S3_URL does not answer.', { cause: error });
      });
    if (response.ok) return response;
    throw refused(response.status, await response.text());
  }

  /** Listing asks the bucket; the address names the bucket and what stands before each name. */
  #place(): { readonly bucket: string; readonly prefix: string } {
    const { origin, pathname } = new URL(this.#url);
    const [bucket = '', ...rest] = pathname.slice(1).split('/');
    return { bucket: `${origin}/${bucket}`, prefix: rest.length === 0 ? '' : `${rest.join('/')}/` };
  }
}

async function part(file: FileHandle, at: number, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  const { bytesRead } = await file.read(bytes, 0, size, at);
  if (bytesRead !== size) throw new BackupError('The archive became shorter while it was sent.');
  return bytes;
}

function refused(status: number, xml: string): BackupError {
  const code = textsOf(xml, 'Code')[0];
  return new BackupError(
    `The bucket of BACKUP_S3_URL refused the archive (${status}${code ? ` ${code}` : ''}).`,
  );
}
