import { daySchema } from '@revops/domain';
import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useSearchParams } from 'react-router';
import { Field } from '#src/components/form/field.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useDayBook, useToday } from '#src/data/hooks/index.ts';
import { useReportBook } from '#src/data/reports/use-report-book.ts';
import { m } from '#src/words/compiled/messages.js';
import { DailyPage } from './daily-page.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { usePaperSize } from './use-paper-size.ts';

/** One day on one page, for the file on the shelf; what is printed is what is on screen. */
export function DailyBook({ desk }: { readonly desk: string }) {
  const [address, setAddress] = useSearchParams();
  const today = useToday();
  const { timeZone } = useFormats();
  const asked = daySchema.safeParse(address.get('day')).data ?? today;
  const day = asked > today ? today : asked;
  const [isSaving, setIsSaving] = useState(false);
  const filter = { desk, from: day, to: day, timeZone };
  const reading = useReportBook(filter, ['jobs', 'payments', 'handOvers'], today);
  const money = useDayBook(day);
  usePaperSize();
  const choose = (next: string): void =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === '' || next === today) after.delete('day');
        else after.set('day', next);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const isHere = reading.status === 'ready' && money.status === 'ready';
  const page = isHere && <DailyPage day={day} desk={desk} book={reading.book} money={money.value} />;
  return (
    <>
      <div className="flex flex-wrap items-end gap-3 border-b border-rule bg-surface px-gutter py-3">
        <Field
          type="date"
          label={m.reports_day_pick()}
          value={day}
          max={today}
          onChange={(event) => choose(event.target.value)}
        />
        <Button icon={Printer} disabled={!isHere} onClick={() => print()}>
          {m.reports_print()}
        </Button>
        <Button icon={FileDown} onClick={() => setIsSaving(true)}>
          {m.reports_save()}
        </Button>
      </div>
      {page}
      {page !== false &&
        createPortal(
          <div className="print-pages report-paper" aria-hidden="true">
            {page}
          </div>,
          document.body,
        )}
      <ExportSheet open={isSaving} onClose={() => setIsSaving(false)} kind="day" filter={filter} />
    </>
  );
}
