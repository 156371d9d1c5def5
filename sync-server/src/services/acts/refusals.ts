import { isErrorCode, type Problem, type ProblemCode, type RefusalCode } from '@revops/domain';
import { AppError } from '#src/errors/app-error.ts';
import { refuse } from '#src/sync/writing/refusal.ts';
import type { WriteRow } from '#src/sync/writing/write-documents.ts';

/** What nobody can put right by other values has a code of its own, the same as on `/sync`. */
const ownCodes: Partial<Record<ProblemCode, RefusalCode>> = {
  not_permitted: 'not_permitted',
  already_cancelled: 'after_cancellation',
  already_decided: 'already_decided',
  not_waiting: 'not_waiting',
  clash_unanswered: 'clash_unanswered',
};

/** As the fields are called in the bodies of REST. */
const restNames: Readonly<Record<string, string>> = {
  plate: 'vehicleNumber',
  utr: 'reference',
  advance: 'advancePaid',
  promisedAt: 'plannedCompletionDays',
};

/** Why an act was not done: a code, or the field that a person has to put right. */
export function problemError({ code, field = 'body' }: Problem): AppError {
  const own = ownCodes[code];
  if (own !== undefined) return new AppError(own, refuse(own).words);
  return fieldError(restNames[field] ?? field, code);
}

export const fieldError = (field: string, what: string, words?: string): AppError =>
  new AppError('bad_request', words, { fields: { [field]: what } });

/** Throws what the gateway said of the first document that it did not take. */
export function assertStored(rows: readonly WriteRow[]): void {
  const refused = rows.find((row) => 'error' in row);
  if (refused === undefined || !('reason' in refused)) return;
  const [code = '', ...words] = refused.reason.split(': ');
  throw new AppError(isErrorCode(code) ? code : 'forbidden', words.join(': '));
}
