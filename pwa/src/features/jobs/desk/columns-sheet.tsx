import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Sheet } from '#src/components/ui/sheet.tsx';
import { m } from '#src/words/compiled/messages.js';
import { jobColumns, usualColumns } from './job-columns.tsx';

export interface ColumnsSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly shown: readonly string[];
  /** Columns that say nothing here, such as desks where there is one. */
  readonly without: readonly string[];
  readonly onChange: (columns: readonly string[]) => void;
}

/** Which columns the table has, on this device. */
export function ColumnsSheet({ open, onClose, ...inside }: ColumnsSheetProps) {
  return (
    <Sheet open={open} onClose={onClose} title={m.jobs_columns()}>
      <ColumnChoice {...inside} />
    </Sheet>
  );
}

/** A tick stands at once; the table follows when it is stored. */
function ColumnChoice({ shown, without, onChange }: Omit<ColumnsSheetProps, 'open' | 'onClose'>) {
  const [chosen, setChosen] = useState(shown);
  const choose = (next: readonly string[]) => {
    setChosen(next);
    onChange(next);
  };
  const toggle = (key: string) =>
    choose(chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key]);
  return (
    <fieldset aria-label={m.jobs_columns()} className="min-w-0">
      <p className="px-4 py-3 text-meta text-ink-2">{m.jobs_columns_hint()}</p>
      {jobColumns
        .filter(({ key }) => !without.includes(key))
        .map(({ key, label }) => (
          <label
            key={key}
            className="fade flex min-h-12 items-center gap-3 border-t border-rule px-4 has-focus-visible:outline-3 has-focus-visible:-outline-offset-3 has-focus-visible:outline-focus hover:bg-sunken"
          >
            <input
              type="checkbox"
              checked={chosen.includes(key)}
              onChange={() => toggle(key)}
              className="size-5 accent-carbon outline-none"
            />
            <span className="font-semibold">{label()}</span>
          </label>
        ))}
      <div className="border-t border-rule p-4">
        <Button wide onClick={() => choose(usualColumns)}>
          {m.jobs_columns_usual()}
        </Button>
      </div>
    </fieldset>
  );
}
