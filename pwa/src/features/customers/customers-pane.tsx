import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { SearchBar } from '#src/components/ui/search-bar.tsx';
import { useShortcuts } from '#src/components/ui/use-shortcuts.ts';
import { m } from '#src/words/compiled/messages.js';
import { FoundCustomers, LastCustomers } from './found-customers.tsx';
import { OwingList } from './owing-list.tsx';

export interface CustomersPaneProps {
  readonly current: string | undefined;
}

/** Search, and the customers themselves. What was asked stands in the address, so that Back finds it again. */
export function CustomersPane({ current }: CustomersPaneProps) {
  const [address, setAddress] = useSearchParams();
  const search = useRef<HTMLInputElement>(null);
  const query = address.get('q') ?? '';
  const owes = address.has('owing');
  const ask = (next: { q?: string; owing?: string }) =>
    setAddress(new URLSearchParams(next), { replace: true, preventScrollReset: true });
  useShortcuts({ '/': () => search.current?.focus() });
  useEffect(() => {
    if (address.has('search')) search.current?.focus();
  }, [address]);
  const asked = query.trim();
  return (
    <>
      <TopBar title={m.customers_title()} />
      <div className="border-b border-rule bg-surface px-gutter py-2">
        <SearchBar
          ref={search}
          label={m.customers_search()}
          placeholder={m.customers_search_hint()}
          value={query}
          onChange={(q) => ask(q === '' ? {} : { q })}
        />
      </div>
      {asked === '' && (
        <fieldset
          aria-label={m.customers_views()}
          className="flex flex-wrap gap-2 border-b border-rule bg-surface px-gutter py-2"
        >
          <Chip selected={!owes} onSelect={() => ask({})}>
            {m.customers_last()}
          </Chip>
          <Chip selected={owes} onSelect={() => ask({ owing: '' })}>
            {m.customers_owing()}
          </Chip>
          <ButtonLink variant="text" to="/customers/duplicates">
            {m.duplicates_title()}
          </ButtonLink>
        </fieldset>
      )}
      {asked !== '' ? (
        <FoundCustomers query={asked} current={current} />
      ) : owes ? (
        <OwingList current={current} />
      ) : (
        <LastCustomers current={current} />
      )}
    </>
  );
}
