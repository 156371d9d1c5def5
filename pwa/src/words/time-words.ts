import { addDays, workshopDay } from '@revops/domain';
import { m } from '#src/words/compiled/messages.js';

interface Habits {
  readonly locale: string;
  readonly timeZone: string;
}

const known = new Map<string, Intl.DateTimeFormat>();

function format({ locale, timeZone }: Habits, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const found = known.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  known.set(key, found);
  return found;
}

/** `6 pm`, `6:30 pm`: full hours are said without their minutes. */
export function clockWord(instant: string, habits: Habits): string {
  const at = new Date(instant);
  const exact = format(habits, { hour: 'numeric', minute: '2-digit' });
  const isFull = exact.formatToParts(at).some(({ type, value }) => type === 'minute' && value === '00');
  return isFull ? format(habits, { hour: 'numeric' }).format(at) : exact.format(at);
}

/** `Thu 18 Jul`, with the year when it is not this one. */
export function dayWord(instant: string, now: string, habits: Habits): string {
  const isThisYear =
    workshopDay(instant, habits.timeZone).slice(0, 4) === workshopDay(now, habits.timeZone).slice(0, 4);
  const options: Intl.DateTimeFormatOptions = { weekday: 'short', day: 'numeric', month: 'short' };
  return format(habits, isThisYear ? options : { day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(instant),
  );
}

/** When something happened: `today 2:10 pm`, `yesterday 9:12 am`, `Tue 3 Jun 9:12 am`. */
export function momentWord(instant: string, now: string, habits: Habits): string {
  const time = clockWord(instant, habits);
  const day = workshopDay(instant, habits.timeZone);
  const today = workshopDay(now, habits.timeZone);
  if (day === today) return m.work_today_at({ time });
  if (day === addDays(today, -1)) return m.work_yesterday_at({ time });
  return `${dayWord(instant, now, habits)} ${time}`;
}

/** What was promised, seen from now: `by 6 pm`, `by tomorrow 6 pm`, `due yesterday`. */
export function promiseWord(promisedAt: string, now: string, habits: Habits): string {
  const time = clockWord(promisedAt, habits);
  const day = workshopDay(promisedAt, habits.timeZone);
  const today = workshopDay(now, habits.timeZone);
  const isOver = Date.parse(promisedAt) < Date.parse(now);
  if (day === today) return isOver ? m.work_due_time({ time }) : m.work_by_time({ time });
  if (day === addDays(today, -1)) return m.work_due_yesterday();
  if (day === addDays(today, 1)) return m.work_by_tomorrow({ time });
  const date = dayWord(promisedAt, now, habits);
  return isOver ? m.work_due_day({ day: date }) : m.work_by_day({ day: date });
}

/** `18 Jul`, with the year when it is not this one: for the end of a row. */
export function shortDayWord(instant: string, now: string, habits: Habits): string {
  const isThisYear = instant.slice(0, 4) === now.slice(0, 4);
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
  return format(habits, isThisYear ? day : { ...day, year: 'numeric' }).format(new Date(instant));
}

/** A promise for the end of a row: `by 6 pm`, `by tomorrow`, `due 16 Jun`. */
export function shortPromiseWord(promisedAt: string, now: string, habits: Habits): string {
  const day = workshopDay(promisedAt, habits.timeZone);
  const today = workshopDay(now, habits.timeZone);
  if (day === today || day === addDays(today, -1)) return promiseWord(promisedAt, now, habits);
  if (day === addDays(today, 1)) return m.work_by_tomorrow_short();
  const date = shortDayWord(promisedAt, now, habits);
  return promisedAt < now ? m.work_due_day({ day: date }) : m.work_by_day({ day: date });
}
