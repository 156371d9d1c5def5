import { useEffect, useRef } from 'react';
import { LedgerTable, type LedgerTableProps } from '#src/components/ui/ledger-table.tsx';
import { m } from '#src/words/compiled/messages.js';

/** The numbers behind a picture, for whoever reads, copies or prints them; a printed page has them open. */
export function FiguresTable(table: LedgerTableProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const open = (): void => {
      wasOpen = details.current?.open ?? false;
      if (details.current) details.current.open = true;
    };
    const close = (): void => {
      if (details.current) details.current.open = wasOpen;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
  return (
    <details ref={details} className="border-t border-rule bg-surface">
      <summary className="px-gutter flex min-h-12 items-center text-meta font-semibold text-carbon">
        {m.figures_as_table()}
        <span className="sr-only">: {table.caption}</span>
      </summary>
      <LedgerTable {...table} captionHidden />
    </details>
  );
}
