import { z } from 'zod';
import { paragraphSchema } from './text.ts';

/** What every word on somebody's entry says; the highest turn counts. */
export const verdictShape = {
  turn: z.int().min(1).max(10_000),
  verdict: z.enum(['confirmed', 'rejected', 'withdrawn']),
  reason: paragraphSchema.optional(),
};

/** Nothing is rejected without a reason that its writer can read. */
export const saysWhy = (word: { readonly verdict: string; readonly reason?: string | undefined }): boolean =>
  word.verdict !== 'rejected' || word.reason !== undefined;

/** The problem of a word that does not. */
export const reasonNeeded: { path: string[]; error: string } = { path: ['reason'], error: 'reason_needed' };
