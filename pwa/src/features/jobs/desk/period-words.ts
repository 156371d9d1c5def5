import { m } from '#src/words/compiled/messages.js';
import { isNamed, periods, type NamedPeriod } from './period.ts';

const words: Readonly<Record<NamedPeriod, () => string>> = {
  any: () => m.jobs_any(),
  today: () => m.jobs_period_today(),
  week: () => m.jobs_period_week(),
  month: () => m.jobs_period_month(),
  last_month: () => m.jobs_period_last_month(),
};

/** `1 May – 31 May`; an open end is left out. */
function daysWord(period: string): string {
  const day = (text: string | undefined) =>
    text === undefined || text === ''
      ? ''
      : new Intl.DateTimeFormat('en-IN', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
          new Date(`${text}T00:00:00.000Z`),
        );
  const [from, to] = period.split('..');
  return `${day(from)} – ${day(to)}`.trim();
}

/** The periods to choose from; days that are chosen stand among them. */
export const periodOptions = (period: string) => [
  ...periods.map((named) => ({ value: named, label: words[named]() })),
  ...(isNamed(period) ? [] : [{ value: 'chosen', label: daysWord(period) }]),
  { value: 'days', label: m.jobs_period_days() },
];
