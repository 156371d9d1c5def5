import type { Request, RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import { openSession, type SyncSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { readIds, type IdsPlace } from './read-ids.ts';
import { formatSeq, parseSeq } from './wire-seq.ts';

const maxIds = 5000;

/** Where a listing goes on, and the seq from before its first page, which every page repeats. */
interface Cursor extends IdsPlace {
  readonly seq: string;
}

/**
 * `GET ids?after=&limit=`: everything the person can read, newest first, as id and revision from the index by access
 * key. What is written meanwhile is told by `_changes` from `seq`, which is taken before anything is read.
 */
export function idsHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const limit = limitOf(request);
    const after = cursorOf(request, session);
    const seq = after?.seq ?? (await seqNow(session));
    const { rows, last } = await readIds(session.store, session.keys, { after, limit });
    const next = last && { next: toText({ ...last, seq }) };
    response.set('Cache-Control', 'no-store').json({ rows, ...next, seq });
  };
}

async function seqNow({ workshop, view }: SyncSession): Promise<string> {
  const { info, current } = await workshop.timelines.state();
  return formatSeq({ view, timeline: current.id, storeSeq: info.updateSeq });
}

function limitOf(request: Request): number {
  const { limit } = request.query;
  if (limit === undefined) return maxIds;
  if (typeof limit !== 'string' || !/^[1-9][0-9]{0,8}$/.test(limit))
    throw new AppError('bad_request', '"limit" must be a whole number above zero.');
  return Math.min(maxIds, Number(limit));
}

function cursorOf(request: Request, { view }: SyncSession): Cursor | undefined {
  const { after } = request.query;
  if (after === undefined) return undefined;
  const cursor = typeof after === 'string' ? fromText(after) : undefined;
  // Other rights, another list: what was read so far is of no use to whoever reads on.
  if (cursor === undefined || parseSeq(cursor.seq)?.view !== view)
    throw new AppError('bad_request', '"after" is no place in your list; begin again without it.');
  return cursor;
}

const toText = ({ seq, at, id }: Cursor): string =>
  Buffer.from(JSON.stringify([seq, at, id])).toString('base64url');

function fromText(text: string): Cursor | undefined {
  try {
    const given: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    const [seq, at, id] = Array.isArray(given) ? (given as unknown[]) : [];
    if (typeof seq === 'string' && typeof at === 'string' && typeof id === 'string') return { seq, at, id };
  } catch {
    // Answered by the caller, like any other text that was not made here.
  }
  return undefined;
}
