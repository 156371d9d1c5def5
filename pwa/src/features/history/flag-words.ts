import { m } from '#src/words/compiled/messages.js';

const words: Readonly<Record<string, (() => string) | undefined>> = {
  readmitted: () => m.history_flag_readmitted(),
  recovered: () => m.history_flag_recovered(),
  lowered: () => m.history_flag_lowered(),
  number_held: () => m.history_flag_number(),
  counter_held: () => m.history_flag_counter(),
};

/** What was out of the ordinary about an arrival; a mark of a newer server is left out rather than shown as code. */
export const flagsWord = (flags: readonly string[]): string =>
  [...new Set(flags)]
    .map((flag) => (Object.hasOwn(words, flag) ? words[flag]?.() : undefined))
    .filter((word) => word !== undefined)
    .join(' ');
