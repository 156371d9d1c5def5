import type { RequestHandler } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import type {
  DocumentStore,
  RevisionOptions,
  RevisionRequest,
  StoredDocument,
} from '#src/store/document-store.ts';
import { descendsFrom } from '../ancestry.ts';
import { openSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { isObject, isTrue } from './changes-query.ts';
import { isReadable, type Keys } from './readable.ts';
import { sendRows } from './send-rows.ts';

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
    const { store, keys } = await openSession(parts, request);
    const wanted = listOf(request.body, 'docs').map(toRevisionRequest);
    const options = { revs: isTrue(request.query['revs']), latest: isTrue(request.query['latest']) };
    await sendRows(response, { open: '{"results":[', close: ']}' }, wanted, async (some) => {
      const answers = await store.getRevisions(some, options);
      return answers.map(({ id, docs }) => ({
        id,
        docs: docs.filter((doc) => isReadable(keys, doc)).map((doc) => ({ ok: doc })),
      }));
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
      const visible = (leaves.get(id) ?? []).filter((leaf) => isReadable(keys, leaf));
      return [id, revs.filter((rev) => !visible.some((leaf) => descendsFrom(leaf, rev)))] as const;
    });
    const unknown = missing
      .filter(([, revs]) => revs.length > 0)
      .map(([id, revs]) => [id, { missing: revs }]);
    response.json(Object.fromEntries(unknown));
  };
}

/** `POST _all_docs` with `keys`; the whole list is `_changes`' business. */
export function allDocsHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const { store, keys } = await openSession(parts, request);
    const ids = listOf(request.body, 'keys');
    if (!isTexts(ids)) throw new AppError('bad_request', '"keys" must be ids.');
    const body = request.body as Record<string, unknown>;
    const withDocs = isTrue(request.query['include_docs']) || isTrue(body['include_docs']);
    const open = `{"total_rows":${ids.length},"offset":0,"rows":[`;
    await sendRows(response, { open, close: ']}' }, ids, async (some) => {
      const leaves = await store.leavesOf(some);
      return some.map((id) => {
        const winner = leaves.get(id)?.[0];
        if (!winner || !isReadable(keys, winner)) return { key: id, error: 'not_found' };
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
    const read = { store, keys, id: String(request.params['id']), options };
    if (query['open_revs'] === 'all') response.json(await allOpen(read));
    else if (query['open_revs'] !== undefined)
      response.json(await someOpen(read, [...new Set(revisionList(query['open_revs']))]));
    else response.json(await oneRevision(read, query['rev']));
  };
}

interface DocumentRead {
  readonly store: DocumentStore;
  readonly keys: Keys;
  readonly id: string;
  readonly options: RevisionOptions;
}

async function allOpen({ store, keys, id, options }: DocumentRead): Promise<readonly unknown[]> {
  const leaves = (await store.leaves(id)).filter((leaf) => isReadable(keys, leaf));
  if (leaves.length === 0) throw new AppError('not_found', 'missing');
  return leaves.map(({ _revisions, ...doc }) => ({ ok: options.revs ? { ...doc, _revisions } : doc }));
}

async function someOpen(read: DocumentRead, revs: readonly string[]): Promise<readonly unknown[]> {
  const { store, keys, id, options } = read;
  const answers = await store.getRevisions(
    revs.map((rev) => ({ id, rev })),
    options,
  );
  return answers.flatMap<unknown>(({ docs }, index) => {
    const readable = docs.filter((doc) => isReadable(keys, doc));
    return readable.length > 0 ? readable.map((ok) => ({ ok })) : [{ missing: revs[index] }];
  });
}

async function oneRevision(read: DocumentRead, rev: unknown): Promise<StoredDocument> {
  const { store, keys, id, options } = read;
  const [answer] = await store.getRevisions([typeof rev === 'string' ? { id, rev } : { id }], options);
  const doc = answer?.docs.find((found) => isReadable(keys, found));
  if (!doc) throw new AppError('not_found', 'missing');
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
