import { Select } from '#src/components/form/select.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { usePeople } from '#src/data/hooks/index.ts';
import type { PaymentStateName } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

export const filters = [
  'waiting',
  'rejected',
  'confirmed',
  'cancelled',
  'clash',
] as const satisfies readonly PaymentStateName[];
export type Filter = (typeof filters)[number];

/** Whether what is listed still wants a word of the owner. */
export const isOpenFilter = (filter: Filter): boolean => filter === 'waiting' || filter === 'clash';

const words: Record<Filter, () => string> = {
  waiting: () => m.payments_waiting(),
  rejected: () => m.payments_rejected(),
  confirmed: () => m.payments_confirmed(),
  cancelled: () => m.payments_cancelled(),
  clash: () => m.payments_clash(),
};

interface PaymentFiltersProps {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** Which payments, by state; swiped on a phone, where the queue needs the height. */
export function PaymentFilters({ filter, onFilter }: PaymentFiltersProps) {
  return (
    <fieldset
      aria-label={m.payments_states()}
      className="flex min-w-0 gap-2 overflow-x-auto border-b border-rule bg-surface px-gutter py-2 [scrollbar-width:none] rail:flex-wrap desk:border-0 desk:p-0"
    >
      {filters.map((one) => (
        <Chip key={one} selected={filter === one} onSelect={() => onFilter(one)}>
          {words[one]()}
        </Chip>
      ))}
    </fieldset>
  );
}

interface PersonFilterProps {
  readonly person: string;
  readonly onPerson: (person: string) => void;
  /** Something is selected: on a phone its acts need the place. */
  readonly isAside: boolean;
}

/** Whose payments; not asked while one person takes them all. */
export function PersonFilter({ person, onPerson, isAside }: PersonFilterProps) {
  const people = usePeople();
  const list = people.status === 'ready' ? people.value : [];
  if (list.length < 2) return null;
  return (
    <div className={`ms-auto max-w-48 min-w-32 flex-1 ${isAside ? 'max-rail:hidden' : ''}`}>
      <Select
        label={<span className="sr-only">{m.payments_person()}</span>}
        placeholder={m.payments_all_people()}
        options={list.map(({ id, name }) => ({ value: id, label: name }))}
        value={person}
        onChange={(event) => onPerson(event.target.value)}
      />
    </div>
  );
}
