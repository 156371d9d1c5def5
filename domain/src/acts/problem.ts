/** What a person can put right; each has words on the client. */
export const problemCodes = [
  'plate_needed',
  'name_or_phone_needed',
  'phone_invalid',
  'amount_needed',
  'amount_not_positive',
  'amount_negative',
  'amount_too_large',
  'reason_needed',
  'move_not_allowed',
  'not_permitted',
  'take_back_too_late',
  'already_cancelled',
  'already_decided',
  'not_waiting',
  'utr_invalid',
  'clash_unanswered',
  'same_person',
  'nothing_changed',
  'more_than_cash',
  'more_than_received',
  'more_than_bill',
  'cash_changed',
  'hand_over_differs',
  'invalid',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem and the field it belongs to, when it belongs to one. */
export interface Problem {
  readonly code: ProblemCode;
  readonly field?: string;
}

/** A refused act. */
export const problem = (
  code: ProblemCode,
  field?: string,
): { readonly ok: false; readonly reason: Problem } => ({
  ok: false,
  reason: field === undefined ? { code } : { code, field },
});
