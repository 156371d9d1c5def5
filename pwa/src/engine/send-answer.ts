import { isErrorCode } from '@revops/domain';
import { z } from 'zod';
import type { JournalEntry, Refused } from '#src/data/index.ts';

const rowSchema = z.looseObject({
  id: z.string(),
  ok: z.unknown().optional(),
  error: z.string().optional(),
  reason: z.string().optional(),
});

export interface SendAnswer {
  readonly accepted: readonly JournalEntry[];
  readonly refused: readonly Refused[];
  /** Neither accepted nor refused: sent again later. */
  readonly later: readonly JournalEntry[];
  /** The server does not know the shape of something: it has to be upgraded, and that waits. */
  readonly serverOutdated: boolean;
}

/** Reads one row per document. A row that is missing or not understood decides nothing. */
export function readAnswer(entries: readonly JournalEntry[], answer: unknown): SendAnswer {
  const rows = z.array(z.unknown()).parse(answer);
  const byId = new Map(
    rows.flatMap((row) => {
      const parsed = rowSchema.safeParse(row);
      return parsed.success ? [[parsed.data.id, parsed.data] as const] : [];
    }),
  );
  const accepted: JournalEntry[] = [];
  const refused: Refused[] = [];
  const later: JournalEntry[] = [];
  let serverOutdated = false;
  for (const entry of entries) {
    const row = byId.get(entry.id);
    const tooNew = isTooNew(row?.reason);
    serverOutdated ||= tooNew;
    if (row?.error === 'forbidden' && !tooNew) refused.push(refusalOf(entry, row.reason ?? ''));
    else if (row !== undefined && row.error === undefined && row.ok !== undefined) accepted.push(entry);
    else later.push(entry);
  }
  return { accepted, refused, later, serverOutdated };
}

/**
 * This app writes no type or shape that it does not know, so a server that does not is an older one. Servers before the
 * code `server_outdated` refuse it for good, and must not be believed.
 */
const isTooNew = (reason = ''): boolean => /^(server_outdated|unknown_schema|unknown_type):/.test(reason);

/** The gateway writes the code first, for programs; then words, for people. */
function refusalOf({ id, rev }: JournalEntry, text: string): Refused {
  const [, code = '', words = ''] = /^([a-z_]+): ?(.*)$/s.exec(text) ?? [];
  return isErrorCode(code) ? { id, rev, code, reason: words } : { id, rev, code: 'forbidden', reason: text };
}
