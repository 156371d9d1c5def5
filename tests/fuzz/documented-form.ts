import { isErrorCode } from '@revops/domain';
import type { Reply } from './wire.ts';

type Json = Record<string, unknown>;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What Node's own parser answers before any code of ours sees a request. */
const beforeUs = new Set([400, 408, 413, 417, 431]);

/** What is wrong with an answer, or undefined: api.md for REST, CouchDB's form for `/sync`. */
export function formProblem(path: string, reply: Reply): string | undefined {
  const { status, headers, body } = reply;
  if (status === 0) return 'no answer';
  if (status === 503) return headers['retry-after'] === undefined ? '503 without Retry-After' : undefined;
  if (status >= 500) return `${status} ${body.slice(0, 200)}`;
  if (status < 400) return undefined;
  if (body === '' && beforeUs.has(status) && headers['x-request-id'] === undefined) return undefined;
  const json = parsed(body);
  if (!isObject(json)) return `${status} without a JSON body: ${body.slice(0, 100)}`;
  if (/stack|node_modules|\/sync-server\//.test(body) && !path.includes('node_modules'))
    return `tells of its insides: ${body.slice(0, 200)}`;
  return headers['x-request-id'] === undefined ? 'no X-Request-Id' : errorProblem(path, json);
}

function errorProblem(path: string, json: Json): string | undefined {
  const isSync = path.split(/[/?]/)[1] === 'sync';
  if (isSync) {
    const good = typeof json['error'] === 'string' && typeof json['reason'] === 'string';
    return good ? undefined : `not CouchDB's form: ${JSON.stringify(json).slice(0, 200)}`;
  }
  const { error } = json;
  const good =
    isObject(error) &&
    isErrorCode(error['code']) &&
    typeof error['message'] === 'string' &&
    typeof error['requestId'] === 'string';
  return good ? undefined : `not the form of api.md: ${JSON.stringify(json).slice(0, 200)}`;
}
