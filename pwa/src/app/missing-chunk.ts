/**
 * Whether a part of the app could not be fetched: after an update the old files are gone, or the signal broke off. Each
 * browser has words of its own for it (Chromium and Firefox: "dynamically imported module", Safari: "module script").
 */
export const isMissingChunk = (error: unknown): boolean =>
  error instanceof TypeError && /dynamically imported|module script/i.test(error.message);
