import { CouchError, type Send } from './couch-request.ts';

/** Long enough for a database to be created on a busy cluster. */
const timeoutMs = 30_000;

/** Speaks to the CouchDB at an address that may carry name and password; they never get into a message. */
export function fetchSender(address: string, setting = 'COUCHDB_URL'): Send {
  const url = new URL(address);
  const { username, password } = url;
  url.username = url.password = '';
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const base = url.href.replace(/\/+$/, '');
  return async ({ method, path, body, headers }) => {
    const response = await fetch(base + path, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        ...(username === '' ? {} : { authorization }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    }).catch((error: unknown) => {
      throw new Error(`CouchDB does not answer at ${base}.`, { cause: error });
    });
    const answer: unknown = await response.json().catch(() => undefined);
    if (response.ok) return answer;
    throw new CouchError(
      response.status,
      wordsFor({ status: response.status, what: `${method} ${path}`, setting }, answer),
    );
  };
}

interface Refused {
  readonly status: number;
  readonly what: string;
  readonly setting: string;
}

function wordsFor({ status, what, setting }: Refused, answer: unknown): string {
  if (status === 401) return `CouchDB refused the name or password in ${setting}.`;
  if (status === 403) return `The account in ${setting} is not an admin of this CouchDB.`;
  const reason = (answer as { readonly reason?: unknown } | undefined)?.reason;
  return `CouchDB answered ${what} with ${status}${typeof reason === 'string' ? ` (${reason})` : ''}.`;
}
