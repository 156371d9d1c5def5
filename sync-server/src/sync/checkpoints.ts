import type { RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import { isObject } from './reading/changes-query.ts';
import { openSession, type SyncSession } from './sync-session.ts';
import type { SyncParts } from './sync-parts.ts';
import { oversize } from './writing/shape-limits.ts';
import { WriteQueue } from './writing/write-queue.ts';

/** A replicator's notes (`_local/<id>`) are small and few; more is somebody's private database. */
const maxPerDevice = 20;
const maxBytes = 8 * 1024;
const keptMs = 90 * 24 * 3_600_000;

export interface Note {
  readonly view: string;
  readonly id: string;
  readonly rev: string;
  readonly at: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Where one person's one device has its notes. */
export const checkpointsId = (userId: string, deviceId: string | undefined): string =>
  `checkpoints:${userId}:${deviceId ?? 'none'}`;

export const isForgotten = (note: Note, nowMs: number): boolean => nowMs - Date.parse(note.at) >= keptMs;

/** All notes of one person's one device in one local document; nobody else's can be named. */
class Notes {
  readonly #session: SyncSession;
  readonly #now: () => number;

  constructor(session: SyncSession, now: () => number) {
    this.#session = session;
    this.#now = now;
  }

  async find(id: string): Promise<Note | undefined> {
    const { view } = this.#session;
    return (await this.#all()).find((note) => note.view === view && note.id === id);
  }

  async put(id: string, given: Readonly<Record<string, unknown>>): Promise<string> {
    const { _id, _rev, _revisions, ...body } = given;
    if (oversize(body) !== undefined || Buffer.byteLength(JSON.stringify(body)) > maxBytes)
      throw new AppError('payload_too_large', 'A _local document may hold 8 KB.');
    const { view, store } = this.#session;
    const notes = await this.#all();
    const known = notes.find((note) => note.view === view && note.id === id);
    if (known && known.rev !== _rev) throw new AppError('conflict', 'Document update conflict.');
    const rev = `0-${Number.parseInt(known?.rev.slice(2) ?? '0', 10) + 1}`;
    const note = { view, id, rev, at: new Date(this.#now()).toISOString(), body };
    // A forgotten note only costs its replicator a longer way.
    const others = notes.filter((other) => other !== known).slice(0, maxPerDevice - 1);
    await store.putLocal(this.#key(), { notes: [note, ...others] });
    return rev;
  }

  async #all(): Promise<readonly Note[]> {
    const doc = await this.#session.store.getLocal(this.#key());
    const notes = (doc?.['notes'] ?? []) as readonly Note[];
    return notes.filter((note) => !isForgotten(note, this.#now()));
  }

  #key(): string {
    const { userId, deviceId } = this.#session.caller;
    return checkpointsId(userId, deviceId);
  }
}

export function getCheckpointHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const id = String(request.params['id']);
    const note = await new Notes(session, parts.now).find(id);
    if (!note) throw new AppError('not_found', 'missing');
    response.json({ ...note.body, _id: `_local/${id}`, _rev: note.rev });
  };
}

export function putCheckpointHandler(parts: SyncParts): RequestHandler {
  // Two notes of one device share a document.
  const queue = new WriteQueue();
  return async (request, response) => {
    const session = await openSession(parts, request);
    const id = String(request.params['id']);
    const { body } = request as { body: unknown };
    if (!isObject(body)) throw new AppError('bad_request', 'Document must be a JSON object.');
    if (id.length > 300) throw new AppError('bad_request', 'The id is too long.');
    const rev = await queue.run(() => new Notes(session, parts.now).put(id, body));
    response.status(201).json({ ok: true, id: `_local/${id}`, rev });
  };
}
