import { errorBodySchema, isErrorCode, type ErrorCode } from '@revops/domain';
import { z } from 'zod';
import { HttpError, NoAnswerError } from './failures.ts';
import type { GatewayAnswer } from './gateway.ts';

const receivedSchema = z.object({ received: z.int().min(0) });

/** What the server said of a file: how much it has, that it has all, that it never will, or that it knows no entry. */
export type UploadAnswer =
  | { readonly state: 'partly'; readonly received: number }
  | { readonly state: 'whole' | 'mismatch' | 'unknown' }
  /** It has another number of bytes than was thought. */
  | { readonly state: 'apart' }
  | { readonly state: 'refused'; readonly code: ErrorCode };

const finalStatuses: ReadonlySet<number> = new Set([400, 403, 413, 415]);

/** Throws what only time can mend. */
export function readUploadAnswer(answer: GatewayAnswer): UploadAnswer {
  const { status, text, retryAfterMs } = answer;
  const body = jsonOf(text);
  if (status === 200 || status === 201 || status === 202) {
    const parsed = receivedSchema.safeParse(body);
    // The page of a captive portal is no word of the server.
    if (!parsed.success) throw new NoAnswerError('no answer of ours');
    return status === 202 ? { state: 'partly', received: parsed.data.received } : { state: 'whole' };
  }
  const parsed = errorBodySchema.safeParse(body);
  const code = parsed.success && isErrorCode(parsed.data.error.code) ? parsed.data.error.code : undefined;
  if (code === undefined) throw new HttpError(status, text.slice(0, 200), retryAfterMs);
  if (status === 404) return { state: 'unknown' };
  if (status === 409) return { state: 'apart' };
  if (status === 422) return { state: 'mismatch' };
  if (finalStatuses.has(status)) return { state: 'refused', code };
  throw new HttpError(status, text.slice(0, 200), retryAfterMs);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
