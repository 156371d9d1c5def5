import { CloudDownload, FileSpreadsheet, FileText } from 'lucide-react';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { useSession, useToday } from '#src/data/hooks/index.ts';
import { EXCEL } from '#src/data/reports/make-files.ts';
import type { ReportFilter } from '#src/data/reports/report-filter.ts';
import { wholeWorkbook } from '#src/data/server/whole-workbook.ts';
import { m } from '#src/words/compiled/messages.js';
import { csvFile, excelFile } from './make-report-file.ts';
import { MadeFile } from './made-file.tsx';
import type { ReportKind } from './report-kinds.ts';
import { useMaking } from './use-making.ts';

export interface ExportSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly kind: ReportKind;
  readonly filter: ReportFilter;
}

/** The ways of taking a report along: made here, or for everything by the server. */
export function ExportSheet({ open, onClose, ...inside }: ExportSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.reports_save_title()}>
      <Ways {...inside} />
    </Sheet>
  );
}

function Ways({ kind, filter }: Pick<ExportSheetProps, 'kind' | 'filter'>) {
  const { currency } = useFormats();
  const today = useToday();
  const session = useSession();
  const { making, start, stop } = useMaking();
  const wanted = { filter, today, currency };
  const fromServer = async (signal: AbortSignal): Promise<File | undefined> => {
    const blob = await wholeWorkbook(session.userId, signal);
    return blob && new File([blob], `revops-${today}.xlsx`, { type: EXCEL });
  };
  if (making.status !== 'idle' && making.status !== 'failed')
    return <MadeFile making={making} onStop={stop} />;
  return (
    <div className="flex flex-col gap-3 p-4">
      {making.status === 'failed' && (
        <p role="alert" className="font-semibold text-refused">
          {making.isServer ? m.reports_server_failed() : m.reports_failed()}
        </p>
      )}
      <Button
        variant="fill"
        size="main"
        wide
        icon={FileSpreadsheet}
        onClick={() => void start((work) => excelFile(wanted, work))}
      >
        {m.reports_excel_all()}
      </Button>
      {kind !== 'day' && (
        <Button wide icon={FileText} onClick={() => void start((work) => csvFile(kind, wanted, work))}>
          {m.reports_csv_this()}
        </Button>
      )}
      <p className="text-ink-2">{m.reports_of_days()}</p>
      {session.role === 'owner' && !session.demo && (
        <div className="mt-3 flex flex-col gap-3 border-t border-rule pt-4">
          <Button wide icon={CloudDownload} onClick={() => void start(({ signal }) => fromServer(signal))}>
            {m.reports_from_server()}
          </Button>
          <p className="text-ink-2">{m.reports_from_server_text()}</p>
        </div>
      )}
    </div>
  );
}
