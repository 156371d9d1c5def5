import { addDays, startOfDay } from '@revops/domain';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { IconButton } from '#src/components/ui/icon-button.tsx';
import { useIsPhone } from '#src/platform/is-phone.ts';
import { m } from '#src/words/compiled/messages.js';

interface DayPickerProps {
  readonly day: string;
  readonly today: string;
  readonly onChange: (day: string) => void;
}

/** `Saturday, 21 November`, shorter on a phone, with the year when it is not this one. */
function dayWords(
  day: string,
  today: string,
  weekday: 'long' | 'short',
  { locale, timeZone }: Formats,
): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    weekday,
    day: 'numeric',
    month: isThisYear ? 'long' : 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone,
  }).format(new Date(startOfDay(day, timeZone)));
}

/** A browser writes dates by its own habits; the app's words stand over its field, which still opens the calendar. */
function openCalendar({ currentTarget }: MouseEvent<HTMLInputElement>): void {
  try {
    currentTarget.showPicker();
  } catch {
    // Without a calendar to open, the field can still be typed in.
  }
}

/** One day back, one forward, any from the calendar, and home to today. The future has no day book. */
export function DayPicker({ day, today, onChange }: DayPickerProps) {
  const formats = useFormats();
  const isPhone = useIsPhone();
  return (
    <div className="-ms-3 flex flex-wrap items-center">
      <IconButton
        icon={ChevronLeft}
        label={m.daybook_previous()}
        onClick={() => onChange(addDays(day, -1))}
      />
      <label className="relative inline-flex min-h-12 min-w-0 items-center gap-2 rounded-control px-1 text-strong focus-within:outline-3 focus-within:outline-focus rail:text-title">
        <CalendarDays aria-hidden="true" className="size-5 shrink-0 text-ink-2" />
        <span>{dayWords(day, today, isPhone ? 'short' : 'long', formats)}</span>
        <input
          type="date"
          aria-label={m.daybook_pick()}
          value={day}
          max={today}
          onClick={openCalendar}
          onChange={(event) => event.target.value !== '' && onChange(event.target.value)}
          className="absolute inset-0 w-full cursor-pointer opacity-0"
        />
      </label>
      <IconButton
        icon={ChevronRight}
        label={m.daybook_next()}
        disabled={day >= today}
        onClick={() => onChange(addDays(day, 1))}
      />
      {day !== today && (
        <Button variant="text" onClick={() => onChange(today)}>
          {m.daybook_today()}
        </Button>
      )}
    </div>
  );
}
