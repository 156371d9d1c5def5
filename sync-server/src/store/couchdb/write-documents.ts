import { AppError } from '#src/errors/app-error.ts';
import type { DocumentBody, PutOutcome, RevisionBody } from '../document-store.ts';
import type { CouchDatabase } from './couch-database.ts';
import { CouchFailure, failedWith } from './couch-failure.ts';
import { isDocumentId } from './read-documents.ts';
import { retryAfterSeconds } from './request-limits.ts';

interface ErrorRow {
  readonly id?: string;
  readonly error?: string;
  readonly reason?: string;
}

type Before = () => Promise<void>;

/** The id travels in the body: in an address it could climb out of the database. */
export async function putDocument(
  database: CouchDatabase,
  doc: DocumentBody,
  before: Before,
): Promise<PutOutcome> {
  requireId(doc._id);
  try {
    const { status, body } = await database.call({
      kind: 'write',
      method: 'POST',
      path: '',
      body: doc,
      before,
    });
    const { rev } = body as { readonly rev: string };
    return { outcome: status === 202 ? 'accepted' : 'created', rev };
  } catch (error) {
    if (failedWith(error, 409)) return { outcome: 'conflict' };
    throw error;
  }
}

/**
 * CouchDB answers an empty list when all is stored. 202 means on fewer copies than a quorum: not enough to acknowledge,
 * and repeating it changes nothing.
 */
export async function writeRevisions(
  database: CouchDatabase,
  docs: readonly RevisionBody[],
  before: Before,
): Promise<void> {
  for (const { _id } of docs) requireId(_id);
  const { status, body } = await database.call({
    kind: 'write',
    method: 'POST',
    path: '_bulk_docs',
    body: { docs, new_edits: false },
    before,
  });
  const failed = (body as readonly ErrorRow[]).find((row) => row.error !== undefined);
  if (failed) throw new CouchFailure(statusOf(failed), `${failed.id}: ${failed.error} (${failed.reason})`);
  if (status === 202)
    throw new AppError('unavailable', 'Too few copies of the store are up.', { retryAfterSeconds });
}

const statusOf = ({ error }: ErrorRow): number =>
  error === 'bad_request' || error === 'doc_validation' || error === 'illegal_docid' ? 400 : 500;

function requireId(id: string): void {
  if (!isDocumentId(id)) throw new AppError('bad_request', 'Not a document id.');
}
