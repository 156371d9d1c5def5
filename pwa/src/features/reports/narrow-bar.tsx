import { jobStatusSchema, paymentMethodSchema } from '@revops/domain';
import { Select, type SelectOption } from '#src/components/form/select.tsx';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';
import { statusWord } from '#src/words/status-words.ts';
import type { ReportKind } from './report-kinds.ts';
import { stateWord } from './state-word.ts';
import { handOverStates, paymentStates, type Narrowing, type ReportChoice } from './use-report-choice.ts';

export interface NarrowBarProps {
  readonly choice: ReportChoice;
  readonly onNarrow: (what: Narrowing, value: string) => void;
}

interface Choice {
  readonly what: Narrowing;
  readonly label: string;
  readonly options: readonly SelectOption[];
}

const states = (all: readonly string[]): Choice => ({
  what: 'state',
  label: m.reports_state(),
  options: all.map((value) => ({ value, label: stateWord(value) })),
});

function choicesOf(kind: ReportKind): readonly Choice[] {
  switch (kind) {
    case 'payments': {
      const methods = paymentMethodSchema.options.map((value) => ({ value, label: methodWord(value) }));
      return [{ what: 'method', label: m.reports_method(), options: methods }, states(paymentStates)];
    }
    case 'hand_overs':
      return [states(handOverStates)];
    case 'jobs': {
      const statuses = jobStatusSchema.options.map((value) => ({ value, label: statusWord(value) }));
      return [{ what: 'status', label: m.reports_status(), options: statuses }];
    }
    case 'day':
    case 'dues':
    case 'people':
      return [];
  }
}

/** What a list leaves out. */
export function NarrowBar({ choice: { kind, narrowed }, onNarrow }: NarrowBarProps) {
  const choices = choicesOf(kind);
  if (choices.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-3 desk:contents">
      {choices.map(({ what, label, options }) => (
        <Select
          key={what}
          label={label}
          value={narrowed[what]}
          onChange={(event) => onNarrow(what, event.target.value)}
          options={[{ value: '', label: m.reports_any() }, ...options]}
        />
      ))}
    </div>
  );
}
