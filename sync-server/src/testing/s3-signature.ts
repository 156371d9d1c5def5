import { createHash, createHmac } from 'node:crypto';

export interface SignedRequest {
  readonly method: string;
  /** With its query, as it came. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const shape =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([0-9]{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;

const strict = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function chain(secret: string, parts: readonly string[]): Buffer {
  let key: string | Buffer = `AWS4${secret}`;
  for (const part of parts)
    key = createHmac('sha256', new Uint8Array(Buffer.from(key)))
      .update(part)
      .digest();
  return key as Buffer;
}

/** Signature Version 4 as Amazon publishes it ("Authenticating Requests: Using the Authorization Header"). */
export function isSigned(request: SignedRequest, keyId: string, secret: string): boolean {
  const [, id, day = '', region = '', names = '', signature] =
    shape.exec(String(request.headers['authorization'])) ?? [];
  if (id !== keyId) return false;
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const query = [...searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).toSorted();
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const payload = String(request.headers['x-amz-content-sha256']);
  const canonical = [request.method, pathname, query.join('&'), headers.join(''), names, payload].join('\n');
  const scope = [day, region, 's3', 'aws4_request'];
  const time = String(request.headers['x-amz-date']);
  const text = ['AWS4-HMAC-SHA256', time, scope.join('/'), sha256(canonical)].join('\n');
  return chain(secret, [...scope, text]).toString('hex') === signature;
}
