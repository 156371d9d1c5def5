import { jobStatusSchema, type JobStatusValue } from '@revops/domain';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { useSession } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';
import { statusWord } from '#src/words/status-words.ts';
import { asksTheSame } from './built-in-views.ts';
import { DaysSheet } from './days-sheet.tsx';
import { openJobs, type Arrangement, type DeskGo } from './desk-place.ts';
import { FilterSelect } from './filter-select.tsx';
import { isNamed } from './period.ts';
import { periodOptions } from './period-words.ts';
import type { Desks } from './use-desks.ts';

export interface FilterBarProps {
  readonly at: DeskGo;
  readonly desks: Desks;
}

const methods = ['cash', 'upi', 'card', 'bank', 'cheque'] as const;
const statuses = ['open', ...jobStatusSchema.options, 'all'] as const;

const statusName = (status: JobStatusValue | 'open' | 'all'): string =>
  status === 'open' ? m.jobs_open() : status === 'all' ? m.jobs_all() : statusWord(status);

/** What is shown: status, desk, money, period, and only what is late. */
export function FilterBar({ at: { place, go, ask }, desks }: FilterBarProps) {
  const [isChoosing, setIsChoosing] = useState(false);
  const { filter, period, layout } = place;
  const isPlain = asksTheSame({ ...place, filter: { ...filter, sort: openJobs.filter.sort } }, openJobs);
  const moneys = [
    { value: 'any', label: m.jobs_any() },
    { value: 'due', label: m.jobs_money_due() },
    ...methods.map((method) => ({ value: method, label: m.jobs_money_by({ method: methodWord(method) }) })),
  ];
  return (
    <fieldset aria-label={m.jobs_filters()} className="flex min-w-0 flex-wrap items-center gap-2">
      {layout === 'table' && (
        <FilterSelect
          label={m.jobs_statuses()}
          value={filter.status}
          isSet={filter.status !== 'open'}
          options={statuses.map((status) => ({ value: status, label: statusName(status) }))}
          onChange={(status) => ask({ status: status as Arrangement['filter']['status'] })}
        />
      )}
      <DeskFilterSelect desk={filter.desk} desks={desks} onChange={(desk) => ask({ desk })} />
      <FilterSelect
        label={m.jobs_money()}
        value={filter.money}
        isSet={filter.money !== 'any'}
        options={moneys}
        onChange={(money) => ask({ money: money as Arrangement['filter']['money'] })}
      />
      <FilterSelect
        label={m.jobs_period()}
        value={isNamed(period) ? period : 'chosen'}
        isSet={period !== 'any'}
        options={periodOptions(period)}
        onChange={(next) => (isNamed(next) ? go({ period: next }) : setIsChoosing(true))}
      />
      <Chip selected={filter.late} onSelect={() => ask({ late: !filter.late })}>
        {m.jobs_only_late()}
      </Chip>
      {!isPlain && (
        <Button
          variant="text"
          icon={X}
          onClick={() => go({ filter: { ...openJobs.filter, sort: filter.sort }, period: 'any' })}
        >
          {m.jobs_clear_filters()}
        </Button>
      )}
      <DaysSheet
        open={isChoosing}
        onClose={() => setIsChoosing(false)}
        period={period}
        onChoose={(next) => go({ period: next })}
      />
    </fieldset>
  );
}

interface DeskFilterSelectProps {
  readonly desk: string;
  readonly desks: Desks;
  readonly onChange: (desk: string) => void;
}

function DeskFilterSelect({ desk, desks, onChange }: DeskFilterSelectProps) {
  const { userId } = useSession();
  if (desks.all.length === 0) return null;
  const options = [
    { value: 'all', label: m.jobs_every_desk() },
    ...desks.all.map(({ id, name }) => ({ value: id, label: id === userId ? m.jobs_my_desk() : name })),
  ];
  return (
    <FilterSelect
      label={m.jobs_desk()}
      value={desk}
      isSet={desk !== 'all'}
      options={options}
      onChange={onChange}
    />
  );
}
