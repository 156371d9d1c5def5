import { appContractHeader, CONTRACT_VERSION, readContract } from '@revops/domain';
import type { Request, RequestHandler, Response } from 'express';
import { AppError } from '#src/errors/app-error.ts';
import { untilDone } from '#src/http/bodies-in-hand.ts';
import { isObject } from '../reading/changes-query.ts';
import { openSession, type SyncSession } from '../sync-session.ts';
import type { SyncParts } from '../sync-parts.ts';
import { writeDocuments, type WriteRow } from './write-documents.ts';

/** Our engine sends 200 and PouchDB 100; the engine halves when told. */
const maxDocuments = 1000;
/** Each is joined over the one before, and the embedded store does them one inside the other. */
const maxRevisionsOfOne = 50;

interface How {
  readonly newEdits: boolean;
  readonly fromNewerApp: boolean;
}

const isFromNewerApp = (request: Request): boolean =>
  (readContract(request.get(appContractHeader)) ?? 0) > CONTRACT_VERSION;

async function write(
  parts: SyncParts,
  session: SyncSession,
  documents: readonly unknown[],
  { newEdits, fromNewerApp }: How,
): Promise<readonly WriteRow[]> {
  const { caller, workshop } = session;
  return workshop.writes.run(async () => {
    // A restore must be noticed before the feed grows over it, also where nobody reads.
    const noticed = workshop.timelines.state();
    noticed.catch(() => undefined);
    return writeDocuments({
      store: workshop.store,
      writer: {
        actor: caller.actor,
        deviceId: caller.deviceId,
        arrivedAt: new Date(parts.now()).toISOString(),
      },
      documents,
      newEdits,
      fromNewerApp,
      auditId: parts.newId(),
      before: noticed,
      finished: workshop.finished,
    });
  });
}

/** `POST _bulk_docs`: 201 and one row per document, in request order. */
export function bulkDocsHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const { body } = request as { body: unknown };
    const documents = isObject(body) ? body['docs'] : undefined;
    if (!isObject(body) || !Array.isArray(documents))
      throw new AppError('bad_request', 'The body must hold a list "docs".');
    if (documents.length > maxDocuments)
      throw new AppError('too_many_documents', `At most ${maxDocuments} documents in one request.`);
    if (mostOfOne(documents) > maxRevisionsOfOne)
      throw new AppError('too_many_documents', `At most ${maxRevisionsOfOne} revisions of one document.`);
    const how = { newEdits: body['new_edits'] !== false, fromNewerApp: isFromNewerApp(request) };
    const rows = await untilDone(response, () => write(parts, session, documents, how));
    response.status(201).json(rows);
  };
}

function mostOfOne(documents: readonly unknown[]): number {
  const counts = new Map<string, number>();
  const ids = documents.map((document) => (isObject(document) ? document['_id'] : undefined));
  for (const id of ids) if (typeof id === 'string') counts.set(id, (counts.get(id) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

/** `PUT <doc>`: as CouchDB, with the revision of the winning leaf. */
export function putDocumentHandler(parts: SyncParts): RequestHandler {
  return async (request, response) => {
    const session = await openSession(parts, request);
    const { body } = request as { body: unknown };
    const id = String(request.params['id']);
    if (!isObject(body)) throw new AppError('bad_request', 'Document must be a JSON object.');
    if (body['_id'] !== undefined && body['_id'] !== id)
      throw new AppError('bad_request', 'The id of the address and of the document differ.');
    const rev = request.query['rev'] ?? request.get('if-match')?.replaceAll('"', '') ?? body['_rev'];
    const document = { ...body, _id: id, ...(rev === undefined ? {} : { _rev: rev }) };
    const newEdits = request.query['new_edits'] !== 'false';
    const how = { newEdits, fromNewerApp: isFromNewerApp(request) };
    const [row] = await untilDone(response, () => write(parts, session, [document], how));
    if (row) answer(response, row);
  };
}

function answer(response: Response, row: WriteRow): void {
  if ('ok' in row) response.status(201).json({ ok: true, id: row.id, rev: row.rev });
  else response.status(statusOfRow[row.error]).json({ error: row.error, reason: row.reason });
}

const statusOfRow = { forbidden: 403, conflict: 409, unavailable: 503 } as const;
