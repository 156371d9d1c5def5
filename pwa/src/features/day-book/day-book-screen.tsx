import { formatMoney } from '@revops/domain';
import { useSearchParams } from 'react-router';
import { AlarmsPart } from '#src/components/alarms/alarms-part.tsx';
import { NumbersGivenTwice } from '#src/components/alarms/numbers-given-twice.tsx';
import { LostWork } from '#src/components/alarms/lost-work.tsx';
import { RefusedOfOthers } from '#src/components/alarms/refused-of-others.tsx';
import { AsOfLine } from '#src/components/as-of/as-of-line.tsx';
import { FiguresPart } from '#src/components/figures/figures-part.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { useDayBook, useSync, useToday } from '#src/data/hooks/index.ts';
import type { DayBookView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { CashWithPeople } from './cash-with-people.tsx';
import { DayPicker } from './day-picker.tsx';
import { MoneyBlocks } from './money-blocks.tsx';
import { MoneyTable } from './money-table.tsx';
import { isEmptyRow, unsentOf } from './row-total.ts';

/** The owner's home: what was taken on a day by method and state, who holds the cash, and how complete that is. */
export function DayBookScreen() {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const day = search.get('day') ?? today;
  const book = useDayBook(day);
  const sync = useSync();
  const setDay = (next: string): void => setSearch(next === today ? {} : { day: next }, { replace: true });
  return (
    <>
      <TopBar title={m.daybook_title()} />
      {sync.fetching !== undefined && <Banner tone="waiting">{m.daybook_fetching()}</Banner>}
      <div className="px-gutter flex flex-col justify-between gap-x-6 pt-2 desk:flex-row desk:items-center">
        <DayPicker day={day} today={today} onChange={setDay} />
        <AsOfLine />
      </div>
      {book.status === 'loading' ? (
        <Skeleton label={m.daybook_loading()} rows={5} />
      ) : (
        <Book book={book.value} isToday={day === today} />
      )}
    </>
  );
}

interface BookProps {
  readonly book: DayBookView;
  readonly isToday: boolean;
}

function Book({ book, isToday }: BookProps) {
  const formats = useFormats();
  const unsent = unsentOf(book.total);
  const caption = isToday ? m.daybook_money_today() : m.daybook_money_day();
  return (
    <div className="on-desk pb-8">
      <SectionHeading>{caption}</SectionHeading>
      {isEmptyRow(book.total) ? (
        <EmptyState>{isToday ? m.daybook_nothing_today() : m.daybook_nothing()}</EmptyState>
      ) : (
        <>
          <div className="rail:hidden">
            <MoneyBlocks book={book} />
          </div>
          <div className="max-rail:hidden">
            <MoneyTable book={book} caption={caption} />
          </div>
        </>
      )}
      {unsent !== 0 && (
        <p className="px-gutter pt-2 text-meta font-semibold text-waiting">
          {m.daybook_unsent({ amount: formatMoney(unsent, formats) })}
        </p>
      )}
      {book.total.waiting.count > 0 && (
        <div className="max-rail:px-gutter pt-3">
          <ButtonLink to="/payments" className="max-rail:w-full">
            {m.daybook_see_waiting()}
          </ButtonLink>
        </div>
      )}
      <div className="items-start gap-x-8 desk:grid desk:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <div>
          <SectionHeading>{m.daybook_people()}</SectionHeading>
          <CashWithPeople people={book.people} />
        </div>
        <div>
          <AlarmsPart />
          <RefusedOfOthers />
          <LostWork />
          <NumbersGivenTwice />
        </div>
      </div>
      <FiguresPart />
    </div>
  );
}
