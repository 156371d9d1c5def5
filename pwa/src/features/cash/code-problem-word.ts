import type { HandOverCodeProblem } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<HandOverCodeProblem, () => string>> = {
  unreadable: () => m.cash_scan_unreadable(),
  newer: () => m.cash_scan_newer(),
  other_workshop: () => m.cash_scan_other_workshop(),
  unknown_person: () => m.cash_scan_unknown_person(),
};

/** Why a code is of no use here, and what to do. */
export const codeProblemWord = (problem: HandOverCodeProblem): string => words[problem]();
