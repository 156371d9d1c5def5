import { z } from 'zod';

function isLocale(locale: string): boolean {
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}

/** Accepts a language tag that formatting knows how to read: anything else throws on every phone that formats with it. */
export const localeSchema = z.string().max(20).refine(isLocale);
