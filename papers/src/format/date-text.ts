import type { PaperFormat } from './paper-format.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, timeZone }: PaperFormat, withTime: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${String(withTime)}`;
  const made =
    formatters.get(key) ??
    new Intl.DateTimeFormat(locale, {
      timeZone,
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...(withTime && { hour: 'numeric', minute: '2-digit' }),
    });
  formatters.set(key, made);
  return made;
}

/** `21 Nov 2026`, the workshop's day. */
export function dayText(instant: string, format: PaperFormat): string {
  return formatter(format, false).format(new Date(instant));
}

/** `21 Nov 2026, 4:40 pm`, by the workshop's clock. */
export function momentText(instant: string, format: PaperFormat): string {
  return formatter(format, true).format(new Date(instant));
}
