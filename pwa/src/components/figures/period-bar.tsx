import type { ChangeEvent } from 'react';
import { Field } from '#src/components/form/field.tsx';
import { Select } from '#src/components/form/select.tsx';
import { youWord } from '#src/components/people/you-word.ts';
import { classNames } from '#src/components/ui/class-names.ts';
import { usePeople, useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { periodNames, periodOf, type PeriodName } from './period.ts';
import type { FiguresChoice } from './use-figures-choice.ts';

export interface PeriodBarProps {
  readonly choice: FiguresChoice;
  readonly today: string;
  readonly onChange: (choice: FiguresChoice) => void;
  /** A manager's figures are of the own desk. */
  readonly isDeskFixed: boolean;
  /** At the desk its fields stand in a row with others, which lays them out. */
  readonly isInRow?: boolean;
}

const periodWords: Readonly<Record<PeriodName, () => string>> = {
  today: () => m.figures_period_today(),
  yesterday: () => m.figures_period_yesterday(),
  week: () => m.figures_period_week(),
  month: () => m.figures_period_month(),
  last_month: () => m.figures_period_last_month(),
  year: () => m.figures_period_year(),
  custom: () => m.figures_period_custom(),
};

/** Which days, and whose. */
export function PeriodBar({ choice, today, onChange, isDeskFixed, isInRow = false }: PeriodBarProps) {
  const { period, desk } = choice;
  const days = periodOf(period, today);
  // As typed, also the wrong way round: a field must not jump while the other is being typed.
  const typed = { from: period.from ?? days.from, to: period.to ?? days.to };
  const name = (event: ChangeEvent<HTMLSelectElement>): void => {
    const next = event.target.value as PeriodName;
    // Other days begin as those that were looked at.
    onChange({ ...choice, period: next === 'custom' ? { name: next, ...days } : { name: next } });
  };
  const day =
    (end: 'from' | 'to') =>
    (event: ChangeEvent<HTMLInputElement>): void => {
      if (event.target.value !== '')
        onChange({ ...choice, period: { name: 'custom', ...typed, [end]: event.target.value } });
    };
  return (
    <div className={classNames('grid grid-cols-2 gap-3', isInRow ? 'desk:contents' : 'desk:grid-cols-4')}>
      <Select
        label={m.figures_period()}
        value={period.name}
        onChange={name}
        options={periodNames.map((value) => ({ value, label: periodWords[value]() }))}
      />
      {!isDeskFixed && <DeskSelect desk={desk} onChange={(next) => onChange({ ...choice, desk: next })} />}
      {period.name === 'custom' && (
        <>
          <Field type="date" label={m.figures_from()} value={typed.from} max={today} onChange={day('from')} />
          <Field type="date" label={m.figures_to()} value={typed.to} max={today} onChange={day('to')} />
        </>
      )}
    </div>
  );
}

interface DeskSelectProps {
  readonly desk: string;
  readonly onChange: (desk: string) => void;
}

function DeskSelect({ desk, onChange }: DeskSelectProps) {
  const { userId } = useSession();
  const people = usePeople();
  const desks =
    people.status === 'ready'
      ? people.value.filter(({ role }) => role === 'owner' || role === 'manager')
      : [];
  return (
    <Select
      label={m.figures_desk()}
      value={desk}
      onChange={(event) => onChange(event.target.value)}
      options={[
        { value: 'all', label: m.today_all_desks() },
        ...desks.map((person) => ({ value: person.id, label: youWord(person, userId) })),
      ]}
    />
  );
}
