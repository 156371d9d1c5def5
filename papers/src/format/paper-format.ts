import type { Workshop } from '@revops/domain';

/** By whose habits a paper writes amounts and times. */
export interface PaperFormat {
  readonly locale: string;
  readonly currency: string;
  readonly timeZone: string;
}

/**
 * The workshop's habits with English words and Latin digits, because that is what papers are written in: `hi-IN`
 * prints as `en-IN` does, in lakhs.
 */
export function paperFormat({
  locale,
  currency,
  timeZone,
}: Pick<Workshop, 'locale' | 'currency' | 'timeZone'>): PaperFormat {
  const region = new Intl.Locale(locale).region ?? 'IN';
  return { locale: `en-${region}-u-nu-latn`, currency, timeZone };
}
