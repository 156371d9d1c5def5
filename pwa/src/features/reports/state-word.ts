import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<string, () => string>> = {
  waiting: () => m.reports_state_waiting(),
  confirmed: () => m.reports_state_confirmed(),
  rejected: () => m.reports_state_rejected(),
  cancelled: () => m.reports_state_cancelled(),
  clash: () => m.reports_state_clash(),
};

/** What became of money, in one word. */
export const stateWord = (state: string): string => words[state]?.() ?? state;
