import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isSigned } from './s3-signature.ts';

export interface S3Server {
  readonly url: string;
  readonly objects: Map<string, Uint8Array>;
  /** Uploads in parts that were begun and neither completed nor given up. */
  readonly uploads: Map<string, Map<number, Uint8Array>>;
  /** Answers every request with this status while it is set. */
  broken: number | undefined;
  close(): Promise<void>;
}

export const s3Keys = {
  keyId: 'AKIATEST',
  secret: 'a secret of the bucket',
  region: 'eu-central-1',
} as const;

interface Asked {
  readonly method: string;
  readonly key: string;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** As much of S3 as keeps objects: whole and in parts, listed a few at a time. Refuses what is not signed for its bytes. */
export async function startS3(): Promise<S3Server> {
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const { url = '/', method = 'GET', headers } = request;
      const hash = createHash('sha256').update(body).digest('hex');
      const isGenuine =
        hash === headers['x-amz-content-sha256'] &&
        isSigned({ method, url, headers }, s3Keys.keyId, s3Keys.secret);
      const { pathname, searchParams: query } = new URL(url, 'http://localhost');
      const asked = { method, key: decodeURIComponent(pathname.slice(1)), query, body };
      const answer = state.broken
        ? { status: state.broken }
        : isGenuine
          ? answerTo(state, asked)
          : refusal(403, 'SignatureDoesNotMatch');
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const state: S3Server = {
    url: `http://127.0.0.1:${port}/bucket/revops`,
    objects: new Map(),
    uploads: new Map(),
    broken: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return state;
}

const refusal = (status: number, code: string): Answer => ({
  status,
  body: `<Error><Code>${code}</Code></Error>`,
});

function answerTo(state: S3Server, asked: Asked): Answer {
  if (asked.query.has('list-type')) return list(state, asked);
  if (asked.query.has('uploads')) return begin(state);
  if (asked.query.has('uploadId')) return inParts(state, asked);
  const { method, key, body } = asked;
  const found = state.objects.get(key);
  if (method === 'PUT') state.objects.set(key, body);
  else if (method === 'DELETE') state.objects.delete(key);
  else if (!found) return refusal(404, 'NoSuchKey');
  return {
    status: 200,
    headers: method === 'HEAD' && found ? { 'content-length': String(found.length) } : {},
  };
}

/** Two at a time, so that a second page is asked for. */
function list({ objects }: S3Server, { query }: Asked): Answer {
  const prefix = `bucket/${query.get('prefix') ?? ''}`;
  const from = Number(query.get('continuation-token') ?? '0');
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  const page = keys
    .slice(from, from + 2)
    .map((key) => `<Contents><Key>${key.slice('bucket/'.length)}</Key></Contents>`);
  const more = from + 2 < keys.length ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
  return { status: 200, body: `<ListBucketResult>${page.join('')}${more}</ListBucketResult>` };
}

function begin({ uploads }: S3Server): Answer {
  const id = `upload/${uploads.size + 1}+`;
  uploads.set(id, new Map());
  return { status: 200, body: `<R><UploadId>${id}</UploadId></R>` };
}

function inParts({ uploads, objects }: S3Server, { method, key, query, body }: Asked): Answer {
  const id = query.get('uploadId') ?? '';
  const parts = uploads.get(id);
  if (!parts) return refusal(404, 'NoSuchUpload');
  if (method === 'PUT') {
    parts.set(Number(query.get('partNumber')), body);
    return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
  }
  uploads.delete(id);
  if (method === 'DELETE') return { status: 204 };
  const named = new TextDecoder().decode(body).match(/<PartNumber>/g)?.length ?? 0;
  if (named !== parts.size) return { status: 200, body: '<Error><Code>InvalidPart</Code></Error>' };
  const whole = [...parts].toSorted(([a], [b]) => a - b).flatMap(([, bytes]) => [...bytes]);
  objects.set(key, Uint8Array.from(whole));
  return { status: 200, body: '<CompleteMultipartUploadResult/>' };
}

async function read(request: IncomingMessage): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of request) pieces.push(piece as Uint8Array);
  return new Uint8Array(await new Blob(pieces as Uint8Array<ArrayBuffer>[]).arrayBuffer());
}
