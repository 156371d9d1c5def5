import { canDeliver, isFinal, jobStatusSchema, nextMoves, type JobStatusValue } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';
import { statusWord } from '#src/words/status-words.ts';

/** Whether a job may be put into a column, and if not, why. */
export type ColumnRule =
  | { readonly kind: 'home' }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly why: string };

type Role = 'owner' | 'manager';

/** Every status that a job may go to from where it stands, in the order of the columns. */
export function allowedFrom(from: JobStatusValue, role: Role): readonly JobStatusValue[] {
  const allowed = new Set(nextMoves(from, role));
  if (canDeliver(from)) allowed.add('delivered');
  return jobStatusSchema.options.filter((status) => allowed.has(status));
}

const anyOf = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'disjunction' }).format(words);

function whyNot(from: JobStatusValue, allowed: readonly JobStatusValue[]): string {
  if (allowed.length === 0) return m.jobs_why_owner({ status: statusWord(from) });
  const to = anyOf(allowed.map(statusWord));
  return isFinal(from)
    ? m.jobs_why_final({ status: statusWord(from), to })
    : m.jobs_why_steps({ from: statusWord(from), to });
}

/** The table of moves, as the columns of the board say it. */
export function columnRule(from: JobStatusValue, to: JobStatusValue, role: Role): ColumnRule {
  if (from === to) return { kind: 'home' };
  const allowed = allowedFrom(from, role);
  return allowed.includes(to) ? { kind: 'allowed' } : { kind: 'refused', why: whyNot(from, allowed) };
}
