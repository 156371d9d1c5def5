import { auditListSchema, type AuditList, type ErrorCode, type Result } from '@revops/domain';
import { asPerson } from '../account/as-person.ts';

/** One arrival of a document at the server: who sent it, from which device and what it changed. */
export type AuditLine = AuditList['items'][number];

/** What the server accepted of one document, newest first; `after` continues a page. */
export function readAudit(docId: string, after?: string): Promise<Result<AuditList, ErrorCode>> {
  const query = after === undefined ? '' : `?after=${encodeURIComponent(after)}`;
  return asPerson({
    method: 'GET',
    path: `/api/audit/${encodeURIComponent(docId)}${query}`,
    answer: auditListSchema,
  });
}
