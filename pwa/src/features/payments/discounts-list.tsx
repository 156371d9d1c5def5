import { useState, type ReactNode } from 'react';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { WaiverStub } from '#src/components/waivers/waiver-stub.tsx';
import { useWaivers } from '#src/data/hooks/use-waivers.ts';
import type { WaiverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { FilterRow } from './filter-row.tsx';
import { PersonFilter, type Filter } from './payment-filters.tsx';

const states = ['waiting', 'confirmed', 'rejected'] as const;
const pageSize = 50;

const words: Readonly<Record<WaiverView['state'], () => string>> = {
  waiting: () => m.waivers_waiting(),
  confirmed: () => m.waivers_confirmed(),
  rejected: () => m.waivers_rejected(),
};

interface DiscountsListProps {
  /** The switch to the payments. */
  readonly kinds: ReactNode;
  readonly filter: Filter;
  readonly person: string;
  readonly onFilter: (filter: Filter) => void;
  readonly onPerson: (person: string) => void;
}

/** What managers let off: what waits for a word, what counts, what was rejected; each word can be taken back. */
export function DiscountsList({ kinds, filter, person, onFilter, onPerson }: DiscountsListProps) {
  const state = states.find((one) => one === filter) ?? 'waiting';
  const [limit, setLimit] = useState(pageSize);
  const page = useWaivers({ state, person: person === '' ? undefined : person, limit: limit + 1 });
  return (
    <>
      <TopBar title={m.payments_title()} />
      <FilterRow>
        {kinds}
        <fieldset
          aria-label={m.waivers_state()}
          className="flex min-w-0 gap-2 overflow-x-auto border-b border-rule bg-surface px-gutter py-2 [scrollbar-width:none] rail:flex-wrap desk:border-0 desk:p-0"
        >
          {states.map((one) => (
            <Chip key={one} selected={state === one} onSelect={() => onFilter(one)}>
              {words[one]()}
            </Chip>
          ))}
        </fieldset>
      </FilterRow>
      <div className="flex px-gutter py-2">
        <PersonFilter {...{ person, onPerson }} isAside={false} />
      </div>
      {page.status === 'loading' ? (
        <Skeleton label={m.waivers_loading()} rows={4} />
      ) : (
        <Stubs waivers={page.value.slice(0, limit)} state={state} />
      )}
      {page.status === 'ready' && page.value.length > limit && (
        <div className="px-gutter py-4">
          <Button onClick={() => setLimit(limit + pageSize)}>{m.waivers_more()}</Button>
        </div>
      )}
    </>
  );
}

interface StubsProps {
  readonly waivers: readonly WaiverView[];
  readonly state: WaiverView['state'];
}

function Stubs({ waivers, state }: StubsProps) {
  const decimals = useColumnDecimals(waivers.map(({ amount }) => amount));
  if (waivers.length === 0)
    return <EmptyState>{state === 'waiting' ? m.waivers_none_waiting() : m.waivers_none()}</EmptyState>;
  return (
    <ul className="border-t border-rule">
      {waivers.map((waiver) => (
        <li key={waiver.id}>
          <WaiverStub waiver={waiver} decimals={decimals} showsCar />
        </li>
      ))}
    </ul>
  );
}
