import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { PeriodBar } from '#src/components/figures/period-bar.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useSession, useToday } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { DailyBook } from './daily-book.tsx';
import { ExportSheet } from './export-sheet.tsx';
import { NarrowBar } from './narrow-bar.tsx';
import { kindWord, reportKinds } from './report-kinds.ts';
import { ReportList } from './report-list.tsx';
import { useReportChoice } from './use-report-choice.ts';

/** Reports of any days: on screen, on paper, in Excel. A manager's are of the own desk. */
export function ReportsScreen() {
  const { choice, onKind, onFigures, onNarrow } = useReportChoice();
  const { kind, filter, figures } = choice;
  const { role } = useSession();
  const today = useToday();
  const [isSaving, setIsSaving] = useState(false);
  return (
    <>
      <TopBar title={m.reports_title()} />
      <fieldset
        aria-label={m.reports_kinds()}
        className="flex min-w-0 gap-2 overflow-x-auto border-b border-rule bg-surface px-gutter py-2"
      >
        {reportKinds.map((one) => (
          <Chip key={one} selected={one === kind} onSelect={() => onKind(one)}>
            {kindWord(one)}
          </Chip>
        ))}
      </fieldset>
      {kind === 'day' ? (
        <DailyBook desk={filter.desk} />
      ) : (
        <>
          <div className="flex flex-col gap-3 border-b border-rule bg-surface px-gutter py-3 desk:flex-row desk:flex-wrap desk:items-end desk:*:min-w-44">
            {kind !== 'dues' && (
              <PeriodBar
                choice={figures}
                today={today}
                onChange={onFigures}
                isDeskFixed={role !== 'owner'}
                isInRow
              />
            )}
            <NarrowBar choice={choice} onNarrow={onNarrow} />
            <div>
              <Button icon={FileDown} onClick={() => setIsSaving(true)}>
                {m.reports_save()}
              </Button>
            </div>
          </div>
          <ReportList kind={kind} filter={filter} />
        </>
      )}
      <ExportSheet open={isSaving} onClose={() => setIsSaving(false)} kind={kind} filter={filter} />
    </>
  );
}
