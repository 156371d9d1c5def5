/** Browsers tell of files that they cannot fetch by a TypeError, each with words of its own. */
export const isNoSignal = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|load|module script|dynamically imported|network/i.test(error.message);
