import type { AlarmKind, Review } from '#src/documents/review.ts';
import type { ActContext, ActResult } from './act.ts';
import { act, newEntry } from './build.ts';
import { problem } from './problem.ts';

/** Which alarm, and what an owner says of it. */
export interface ReviewInput {
  readonly subject: string;
  readonly kind: AlarmKind;
  readonly cause: string;
  readonly verdict: Review['verdict'];
  readonly note?: string | undefined;
}

/** Marks an alarm as looked at for all owners, or puts it back. Rejected cash stays until it is said who has it. */
export function reviewAlarm(context: ActContext, input: ReviewInput): ActResult {
  if (context.role !== 'owner') return problem('not_permitted');
  const note = input.note?.trim() === '' ? undefined : input.note?.trim();
  if (input.kind === 'rejected_cash' && input.verdict === 'looked' && note === undefined)
    return problem('reason_needed', 'note');
  return act(context, 'review_alarm', [newEntry(context, 'review', { ...input, note })]);
}
