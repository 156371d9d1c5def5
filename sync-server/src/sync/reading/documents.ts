import type { Request, RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type { RevisionOptions, RevisionRequest, StoredDocument } from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { openSession, renewSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { isObject, isTrue } from './changes-query.ts';
import type { Keys } from './readable.ts';
import { sendRows } from './send-rows.ts';
import { isKnown, visibleLeaves } from './visible-leaves.ts';

/** More than any client asks at once; PouchDB's largest useful batch is 1,000. */
const maxRequested = 2000;

const listOf = (body: unknown, name: string): readonly unknown[] => {
  const list = isObject(body) ? body[name] : undefined;
  if (!Array.isArray(list)) throw new AppError('bad_request', `The body must hold a list "${name}".`);
  if (list.length > maxRequested)
    throw new AppError('payload_too_large', `At most ${maxRequested} documents in one request.`);
  return list;
};

const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((one) => typeof one === 'string');

/**
 * `POST _bulk_get`: one row per request, in request order, and only the key `results`. What is absent and what the
 * person may not see look alike: a row without documents, which PouchDB and CouchDB's replicator both skip.
 */
export function bulkGetHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const { store } = session;
    const wanted = listOf(request.body, 'docs').map(toRevisionRequest);
    const options = { revs: isTrue(request.query['revs']), latest: isTrue(request.query['latest']) };
    await sendRows(response, { open: '{"results":[', close: ']}' }, wanted, async (some) => {
      // A long answer over a slow network takes longer than a right may outlive itself.
      const { keys } = await renewSession(parts, session);
      const leaves = await store.leavesOf(some.map(({ id }) => id));
      return some.map(({ id, rev }) => {
        const docs = answersTo({ keys, leaves: leaves.get(id) ?? [], options }, rev);
        return { id, docs: docs.map((doc) => ({ ok: doc })) };
      });
    });
  };
}

function toRevisionRequest(entry: unknown): RevisionRequest {
  const id = isObject(entry) ? entry['id'] : undefined;
  const rev = isObject(entry) ? entry['rev'] : undefined;
  if (typeof id !== 'string' || (rev !== undefined && typeof rev !== 'string'))
    throw new AppError('bad_request', 'Each entry of "docs" needs an "id" and may have a "rev".');
  return rev === undefined ? { id } : { id, rev };
}

/** `POST _revs_diff`: what is invisible is missing like what is unknown, and no ancestors are told. */
export function revsDiffHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const { store, keys } = await openSession(parts, request);
    if (!isObject(request.body)) throw new AppError('bad_request', 'The body must map ids to revisions.');
    const asked = Object.entries(request.body);
    if (asked.length > maxRequested)
      throw new AppError('payload_too_large', `At most ${maxRequested} documents in one request.`);
    const leaves = await store.leavesOf(asked.map(([id]) => id));
    const missing = asked.map(([id, revs]) => {
      if (!isTexts(revs)) throw new AppError('bad_request', 'Each id needs a list of revisions.');
      return [id, revs.filter((rev) => !isKnown(keys, leaves.get(id) ?? [], rev))] as const;
    });
    const unknown = missing
      .filter(([, revs]) => revs.length > 0)
      .map(([id, revs]) => [id, { missing: revs }]);
    response.json(Object.fromEntries(unknown));
  };
}

/** RxDB asks so for what it lost a race over. Without keys there is no such list here. */
function keysInAddress(request: Request): unknown {
  const { keys } = request.query;
  if (keys === undefined) throw new AppError('not_found', 'missing');
  try {
    return JSON.parse(typeof keys === 'string' ? keys : '');
  } catch {
    throw new AppError('bad_request', '"keys" must be a JSON list of ids.');
  }
}

/** `POST _all_docs` with `keys`, or `GET` with them in the address; the whole list is `_changes`' business. */
export function allDocsHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const { store } = session;
    const asked = request.method === 'GET' ? { keys: keysInAddress(request) } : request.body;
    const ids = listOf(asked, 'keys');
    if (!isTexts(ids)) throw new AppError('bad_request', '"keys" must be ids.');
    const body = asked as Record<string, unknown>;
    const withDocs = isTrue(request.query['include_docs']) || isTrue(body['include_docs']);
    const open = `{"total_rows":${ids.length},"offset":0,"rows":[`;
    await sendRows(response, { open, close: ']}' }, ids, async (some) => {
      const { keys } = await renewSession(parts, session);
      const leaves = await store.leavesOf(some);
      return some.map((id) => {
        const [winner] = visibleLeaves(keys, leaves.get(id) ?? []);
        if (!winner) return { key: id, error: 'not_found' };
        const { _rev: rev, _revisions, ...doc } = winner;
        const deleted = winner._deleted === true;
        const value = deleted ? { rev, deleted } : { rev };
        return { id, key: id, value, ...(withDocs ? { doc: deleted ? null : { ...doc, _rev: rev } } : {}) };
      });
    });
  };
}

/** `GET <doc>` with `rev`, `revs`, `open_revs`, `latest`. */
export function getDocumentHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const { store, keys } = await openSession(parts, request);
    const { query } = request;
    if (isTrue(query['attachments'])) throw new AppError('attachment_refused', attachmentWords);
    const options = { revs: isTrue(query['revs']), latest: isTrue(query['latest']) };
    const read = { keys, leaves: await store.leaves(String(request.params['id'])), options };
    if (query['open_revs'] === 'all') response.json(allOpen(read));
    else if (query['open_revs'] !== undefined)
      response.json(someOpen(read, [...new Set(revisionList(query['open_revs']))]));
    else response.json(oneRevision(read, query['rev']));
  };
}

interface DocumentRead {
  readonly keys: Keys;
  readonly leaves: readonly StoredDocument[];
  readonly options: RevisionOptions;
}

/**
 * The leaves that answer for a revision; only leaves have bodies here, and whether they leave is decided by the document
 * as it stands now. Whoever asks for a leaf that was lost meanwhile is told of the removal.
 */
function answersTo({ keys, leaves, options }: DocumentRead, rev?: string): readonly StoredDocument[] {
  const visible = visibleLeaves(keys, leaves);
  const found = visible.filter((leaf, index) => {
    if (rev === undefined) return index === 0;
    const isRemoval = !leaves.some((stored) => stored._rev === leaf._rev);
    return leaf._rev === rev || ((options.latest || isRemoval) && descendsFrom(leaf, rev));
  });
  const outlived = found.length === 0 && rev !== undefined && options.latest === true;
  const answers = outlived && isKnown(keys, leaves, rev) ? visible.slice(0, 1) : found;
  return answers.map((leaf) => withAncestry(leaf, options.revs === true));
}

function withAncestry({ _revisions, ...doc }: StoredDocument, wanted: boolean): StoredDocument {
  return wanted && _revisions !== undefined ? { ...doc, _revisions } : doc;
}

function allOpen({ keys, leaves, options }: DocumentRead): readonly unknown[] {
  const visible = visibleLeaves(keys, leaves);
  if (visible.length === 0) throw new AppError('not_found', 'missing');
  return visible.map((leaf) => ({ ok: withAncestry(leaf, options.revs === true) }));
}

function someOpen(read: DocumentRead, revs: readonly string[]): readonly unknown[] {
  return revs.flatMap<unknown>((rev) => {
    const found = answersTo(read, rev);
    return found.length > 0 ? found.map((ok) => ({ ok })) : [{ missing: rev }];
  });
}

function oneRevision(read: DocumentRead, rev: unknown): StoredDocument {
  const [doc] = answersTo(read, typeof rev === 'string' ? rev : undefined);
  if (!doc) throw new AppError('not_found', 'missing');
  if (doc._deleted === true && typeof rev !== 'string') throw new AppError('not_found', 'deleted');
  return doc;
}

export const attachmentWords = 'Documents never carry attachments; files travel apart from them.';

function revisionList(text: unknown): readonly string[] {
  try {
    const list: unknown = JSON.parse(String(text));
    if (Array.isArray(list) && list.length <= maxRequested) return list.map(String);
  } catch {
    // Answered below, like any other wrong shape.
  }
  throw new AppError('bad_request', '"open_revs" must be "all" or a JSON list of revisions.');
}
