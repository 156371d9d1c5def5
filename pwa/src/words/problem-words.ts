import type { Problem, ProblemCode } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<ProblemCode, () => string>> = {
  plate_needed: () => m.work_problem_plate_needed(),
  name_or_phone_needed: () => m.work_problem_name_or_phone_needed(),
  phone_invalid: () => m.work_problem_phone_invalid(),
  amount_needed: () => m.work_problem_amount_needed(),
  amount_not_positive: () => m.work_problem_amount_not_positive(),
  amount_negative: () => m.work_problem_amount_negative(),
  amount_too_large: () => m.work_problem_amount_too_large(),
  reason_needed: () => m.work_problem_reason_needed(),
  move_not_allowed: () => m.work_problem_move_not_allowed(),
  not_permitted: () => m.work_problem_not_permitted(),
  take_back_too_late: () => m.work_problem_take_back_too_late(),
  already_cancelled: () => m.work_problem_already_cancelled(),
  already_decided: () => m.work_problem_already_decided(),
  not_waiting: () => m.work_problem_not_waiting(),
  utr_invalid: () => m.work_problem_utr_invalid(),
  clash_unanswered: () => m.work_problem_clash_unanswered(),
  same_person: () => m.work_problem_same_person(),
  nothing_changed: () => m.work_problem_nothing_changed(),
  cash_changed: () => m.work_problem_cash_changed(),
  hand_over_differs: () => m.work_problem_hand_over_differs(),
  more_than_cash: () => m.work_problem_more_than_cash(),
  more_than_received: () => m.work_problem_more_than_received(),
  more_than_bill: () => m.work_problem_more_than_bill(),
  invalid: () => m.work_problem_invalid(),
};

/** What a person has to put right before an act can be saved. */
export const problemWord = (problem: Pick<Problem, 'code'>): string => words[problem.code]();
