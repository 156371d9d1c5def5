import { request, type Dispatcher } from 'undici';
import type { CouchAnswer, CouchCall } from './couch-connection.ts';
import { CouchFailure } from './couch-failure.ts';
import { toBytes } from './to-bytes.ts';

/** Where CouchDB is, and the header with name and password for it. */
export interface CouchAddress {
  readonly base: string;
  readonly authorization: string;
}

export function addressOf({ origin, pathname, username, password }: URL): CouchAddress {
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    base: `${origin}${pathname.replace(/\/$/, '')}`,
    authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
  };
}

/**
 * A request without nano, whose `fetch` costs two to three times the processor time: for what goes to and fro all day.
 * @throws CouchFailure with the status and CouchDB's words; anything else means that no whole answer came.
 */
export async function directRequest(
  dispatcher: Dispatcher,
  { base, authorization }: CouchAddress,
  { method = 'GET', path, query, body }: CouchCall,
  signal: AbortSignal,
): Promise<CouchAnswer> {
  const answer = await request(`${base}/${path}${queryOf(query)}`, {
    dispatcher,
    method,
    signal,
    headers: { authorization, accept: 'application/json', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: toBytes(body) }),
  });
  const status = answer.statusCode;
  const text = await answer.body.text();
  if (status >= 200 && status < 300) return { status, body: JSON.parse(text) as unknown };
  throw new CouchFailure(status, `${method} ${path}: ${reasonIn(text) ?? `couch returned ${status}`}`);
}

function queryOf(query: CouchCall['query']): string {
  if (query === undefined) return '';
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)] as [string, string]);
  return `?${new URLSearchParams(pairs).toString()}`;
}

function reasonIn(text: string): string | undefined {
  try {
    const { reason, error } = JSON.parse(text) as { readonly reason?: unknown; readonly error?: unknown };
    return [reason, error].find((word) => typeof word === 'string');
  } catch {
    return undefined;
  }
}
