import type { Request } from 'express';
import { AppError } from '#src/errors/app-error.ts';

export interface ChangesQuery {
  readonly since: string;
  readonly limit: number;
  /** No limit was named: the answer goes to the end of the feed. */
  readonly isWhole: boolean;
  readonly feed: 'normal' | 'longpoll' | 'continuous';
  readonly allLeaves: boolean;
  readonly includeDocs: boolean;
  /** Ours: bodies of a live answer come with their ancestry, so that nobody has to ask for them once more. */
  readonly revs: boolean;
  readonly timeoutMs: number | undefined;
  /** A line feed this often while waiting, so that proxies keep the connection. */
  readonly heartbeatMs: number | undefined;
}

/** More rows than one answer may scan. */
const maxRows = 5000;
const defaultHeartbeatMs = 60_000;
/** Ten thousand phones at a tenth of this would be kept busy by heartbeats alone. */
const minHeartbeatMs = 1000;

const unsupported = ['filter', 'view', 'doc_ids', 'selector', 'descending'];

/** From the query; a POST's body counts where the query is silent. */
export function parseChangesQuery(request: Request): ChangesQuery {
  const body = isObject(request.body) ? request.body : {};
  const given = (name: string): unknown => request.query[name] ?? body[name];
  for (const name of unsupported) {
    if (given(name) !== undefined && given(name) !== 'false' && given(name) !== false)
      throw new AppError('bad_request', `_changes has no "${name}": rows are chosen by the reader's rights.`);
  }
  return {
    since: sinceOf(given('since') ?? request.get('last-event-id')),
    limit: Math.min(maxRows, Math.max(1, wholeNumber(given('limit'), 'limit') ?? maxRows)),
    isWhole: given('limit') === undefined,
    feed: feedOf(given('feed')),
    allLeaves: styleOf(given('style')),
    includeDocs: isTrue(given('include_docs')),
    revs: isTrue(given('revs')),
    timeoutMs: wholeNumber(given('timeout'), 'timeout'),
    heartbeatMs: heartbeatOf(given('heartbeat')),
  };
}

function sinceOf(value: unknown): string {
  if (value === undefined || value === 0) return '0';
  if (typeof value !== 'string') throw new AppError('bad_request', '"since" must be a text.');
  // CouchDB's clients may send it as a JSON text.
  return value === '' ? '0' : value.replace(/^"(.*)"$/, '$1');
}

function feedOf(value: unknown): ChangesQuery['feed'] {
  if (value === undefined) return 'normal';
  if (value === 'normal' || value === 'longpoll' || value === 'continuous') return value;
  throw new AppError('bad_request', '"feed" must be normal, longpoll or continuous.');
}

function styleOf(value: unknown): boolean {
  if (value === undefined || value === 'main_only') return false;
  if (value === 'all_docs') return true;
  throw new AppError('bad_request', '"style" must be main_only or all_docs.');
}

function heartbeatOf(value: unknown): number | undefined {
  if (value === undefined || value === 'false' || value === false) return undefined;
  if (isTrue(value)) return defaultHeartbeatMs;
  return Math.max(minHeartbeatMs, wholeNumber(value, 'heartbeat') ?? defaultHeartbeatMs);
}

export const isTrue = (value: unknown): boolean => value === 'true' || value === true;

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string' || !/^[0-9]{1,12}$/.test(text))
    throw new AppError('bad_request', `"${name}" must be a whole number.`);
  return Number(text);
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
