import { z } from 'zod';
import { pageShape } from './lists.ts';

const documentSchema = z.record(z.string(), z.unknown());

/** `GET /api/data/:type`: without `since` from the beginning, else what has changed since that answer. */
export const dataQuerySchema = z.strictObject({
  limit: pageShape.limit,
  since: z.string().min(1).max(5000).optional(),
});

/**
 * The documents of one type that the person may read, as they stand now and with their revisions. One may come again
 * where it changed meanwhile; the later one counts. `restarted`: the place was no good any more, or the person's rights
 * are others now, so reading began anew; what was read before is to be let go.
 */
export const dataAnswerSchema = z.object({
  items: z.array(documentSchema),
  /** Ids of what is gone, or no longer this person's. */
  removed: z.array(z.string()),
  /** To be sent next time. */
  since: z.string(),
  /** There is more already; false: what comes next has yet to be written. */
  more: z.boolean(),
  restarted: z.literal(true).optional(),
});

/** `POST /api/sync`: documents as they are to be; `_rev` of one that is edited names what was edited. */
export const pushRequestSchema = z.strictObject({ documents: z.array(documentSchema).min(1).max(200) });

/**
 * stored: `rev` is its revision now. known: it was there already, as sent. conflict: it was edited meanwhile; read it
 * and write the change anew. refused: for good, `code` and `message` say why. later: the server cannot take it yet.
 */
export const pushedRowSchema = z.object({
  id: z.string(),
  rev: z.string().optional(),
  result: z.enum(['stored', 'known', 'conflict', 'refused', 'later']),
  code: z.string().optional(),
  message: z.string().optional(),
});

export const pushAnswerSchema = z.object({ rows: z.array(pushedRowSchema) });

export type DataQuery = z.infer<typeof dataQuerySchema>;
export type DataAnswer = z.infer<typeof dataAnswerSchema>;
export type PushRequest = z.infer<typeof pushRequestSchema>;
export type PushedRow = z.infer<typeof pushedRowSchema>;
export type PushAnswer = z.infer<typeof pushAnswerSchema>;
