import { createHash, randomBytes } from 'node:crypto';
import { addPhoto, type Session } from '@revops/domain';
import type { TestServer } from './start-server.ts';
import { asJob, typed, wires, type Phone } from './sync-kit.ts';

/** Random bytes that begin like a picture of a camera. */
export function jpegOf(size: number): Uint8Array {
  const bytes = new Uint8Array(randomBytes(size));
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A plain comparison of millions of numbers would take seconds. */
export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && hashOf(one) === hashOf(other);

export interface FileAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  readonly body: { readonly received?: number; readonly error?: { readonly code: string } };
}

export interface FileAsk {
  readonly method?: string;
  readonly body?: Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request to `/api/files`, as a person who is signed in or as nobody. */
export async function askFile(
  server: Pick<TestServer, 'url'>,
  session: Session | undefined,
  name: string,
  { headers, body, method = body === undefined ? 'GET' : 'PUT' }: FileAsk = {},
): Promise<FileAnswer> {
  const response = await fetch(`${server.url}/api/files/${name}`, {
    method,
    headers: { ...(session && { authorization: `Bearer ${session.accessToken}` }), ...headers },
    ...(body && { body: new Uint8Array(body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isJson = response.headers.get('content-type')?.includes('json') === true && bytes.length > 0;
  const parsed = isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as FileAnswer['body']) : {};
  return { status: response.status, headers: response.headers, bytes, body: parsed };
}

/** Sends an entry of this person that names the bytes; answers their name. */
export async function nameFile(phone: Phone, bytes: Uint8Array): Promise<string> {
  const opened = phone.openJob();
  const photo = { kind: 'before', sha256: hashOf(bytes), size: bytes.length } as const;
  await phone.send([...opened, ...wires(addPhoto(phone.context, asJob(typed(opened, 'job')), photo))]);
  return photo.sha256;
}

/** One part of the bytes, from `start` to before `end`. */
export const partOf = (bytes: Uint8Array, start: number, end: number): FileAsk => ({
  body: bytes.subarray(start, end),
  headers: { 'content-range': `bytes ${start}-${end - 1}/${bytes.length}` },
});

/** How much of a file of so many bytes is there? */
export const asking = (total: number): FileAsk => ({
  body: new Uint8Array(0),
  headers: { 'content-range': `bytes */${total}` },
});
