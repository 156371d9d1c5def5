import { parseIncoming } from './incoming.ts';
import { reasonOf, Refusal } from './refusal.ts';
import { RequestAdmission, type Outcome } from './request-admission.ts';
import type { WriteRequest } from './write-request.ts';

/** One row per document, as `_bulk_docs` words it. */
export type WriteRow =
  | { readonly id: string; readonly rev: string; readonly ok: true }
  | {
      readonly id: string;
      readonly rev?: string;
      /** `unavailable`: neither stored nor refused, to be sent again later. */
      readonly error: 'forbidden' | 'conflict' | 'unavailable';
      readonly reason: string;
    };

/**
 * The one way in for what people write: each document is allowed or refused by itself, and everything that was allowed
 * is stored in one bulk. Throws only when the store cannot write now; then nothing was acknowledged.
 */
export async function writeDocuments(request: WriteRequest): Promise<readonly WriteRow[]> {
  const parsed = request.documents.map((document) =>
    parseIncoming(document, request.newEdits, request.fromNewerApp),
  );
  const admission = new RequestAdmission(request);
  const end = request.finished?.begin();
  try {
    const outcomes = await admission.run(parsed);
    return request.documents.map((document, index) => toRow(document, outcomes.get(index)));
  } finally {
    end?.(admission.written);
  }
}

function toRow(document: unknown, outcome: Outcome | undefined): WriteRow {
  if (!outcome) throw new Error('every document of a request has an outcome');
  const given = (document ?? {}) as { readonly _id?: unknown; readonly _rev?: unknown };
  const id = typeof given._id === 'string' ? given._id : '';
  if (!(outcome instanceof Refusal)) return { id, rev: outcome.rev, ok: true };
  const rev = typeof given._rev === 'string' ? { rev: given._rev } : {};
  return { id, ...rev, error: errorOf(outcome), reason: reasonOf(outcome) };
}

function errorOf({ code }: Refusal): 'forbidden' | 'conflict' | 'unavailable' {
  if (code === 'conflict') return 'conflict';
  return code === 'server_outdated' ? 'unavailable' : 'forbidden';
}
