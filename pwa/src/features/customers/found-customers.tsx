import { Plus } from 'lucide-react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useCustomerSearch, useLastCustomers } from '#src/data/hooks/use-customer-files.ts';
import { mostCustomers, type CustomerList } from '#src/data/queries/customer-list.ts';
import { m } from '#src/words/compiled/messages.js';
import { CustomerRow } from './customer-row.tsx';

export interface FoundCustomersProps {
  readonly query: string;
  readonly current: string | undefined;
}

/** Whoever fits what was typed. */
export function FoundCustomers(props: FoundCustomersProps) {
  const found = useCustomerSearch(props.query);
  return found.status === 'loading' ? null : <Listed {...props} found={found.value} />;
}

/** Whoever came last. */
export function LastCustomers({ current }: Pick<FoundCustomersProps, 'current'>) {
  const last = useLastCustomers();
  return last.status === 'loading' ? null : <Listed query="" current={current} found={last.value} />;
}

interface ListedProps extends FoundCustomersProps {
  readonly found: CustomerList;
}

function Listed({ query, current, found: { items, complete } }: ListedProps) {
  if (items.length === 0) return <Nobody query={query} isComplete={complete} />;
  return (
    <>
      {query !== '' && (
        <output className="block px-gutter py-2 text-meta text-ink-2">
          {items.length < mostCustomers
            ? m.customers_found({ count: items.length })
            : m.customers_found_more({ count: items.length })}
          {!complete && ` ${m.customers_not_all_here()}`}
        </output>
      )}
      <ul aria-label={m.customers_list()} className={query === '' ? '' : 'border-t border-rule'}>
        {items.map((customer) => (
          <li key={customer.id}>
            <CustomerRow
              customer={customer}
              cars={customer.cars}
              note={m.customers_jobs({ count: customer.open.length + customer.past.length })}
              current={current}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

interface NobodyProps {
  readonly query: string;
  readonly isComplete: boolean;
}

function Nobody({ query, isComplete }: NobodyProps) {
  return (
    <EmptyState
      action={
        <ButtonLink to="/jobs/new" icon={Plus}>
          {m.customers_new_job()}
        </ButtonLink>
      }
    >
      {query === '' ? m.customers_none() : m.customers_not_found({ query })}
      {!isComplete && ` ${m.customers_not_all_here()}`}
    </EmptyState>
  );
}
