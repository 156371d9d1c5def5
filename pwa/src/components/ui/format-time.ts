import type { Formats } from './formats.ts';

const known = new Map<string, Intl.DateTimeFormat>();

function formatter({ locale, timeZone }: Formats, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const found = known.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  known.set(key, found);
  return found;
}

/** `2:32 pm`, or with the weekday when it is not today's. */
export function formatTime(instant: string, formats: Formats, now: Date = new Date()): string {
  const at = new Date(instant);
  const clock = formatter(formats, { hour: 'numeric', minute: '2-digit' });
  const day = formatter(formats, { dateStyle: 'short' });
  if (day.format(at) === day.format(now)) return clock.format(at);
  return `${formatter(formats, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)} ${clock.format(at)}`;
}

/** `Tuesday` */
export function formatWeekday(instant: string, formats: Formats): string {
  return formatter(formats, { weekday: 'long' }).format(new Date(instant));
}

/** `1 day`, `3 hours`, `12 minutes`: the largest unit that fits, for people rather than machines. */
export function formatDuration(durationMs: number, { locale }: Formats): string {
  const minutes = Math.max(1, Math.round(Math.abs(durationMs) / 60_000));
  const [unit, count] =
    minutes >= 1440
      ? (['day', Math.round(minutes / 1440)] as const)
      : minutes >= 60
        ? (['hour', Math.round(minutes / 60)] as const)
        : (['minute', minutes] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}
