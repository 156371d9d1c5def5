import { ok, type ErrorCode, type Result } from '@revops/domain';
import { z } from 'zod';
import { asPerson } from '../account/as-person.ts';

const lineSchema = z.object({
  at: z.string(),
  who: z.object({ id: z.string(), name: z.string().optional() }),
  device: z.object({ id: z.string(), code: z.string().optional(), label: z.string().optional() }).optional(),
  rev: z.string(),
  created: z.boolean().optional(),
  changed: z.array(z.string()).optional(),
  flags: z.array(z.string()).optional(),
});

const answerSchema = z.object({ items: z.array(lineSchema) });

/** One arrival of a document at the server: who sent it, from which device and what it changed. */
export type AuditLine = z.infer<typeof lineSchema>;

/** Everything the server accepted of one document, newest first. */
export async function readAudit(docId: string): Promise<Result<readonly AuditLine[], ErrorCode>> {
  const answer = await asPerson({
    method: 'GET',
    path: `/api/audit/${encodeURIComponent(docId)}`,
    answer: answerSchema,
  });
  return answer.ok ? ok(answer.value.items) : answer;
}
