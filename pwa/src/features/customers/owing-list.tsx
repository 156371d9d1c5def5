import { sumMoney } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Ledger } from '#src/components/ui/ledger.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import { useOwingCustomers } from '#src/data/hooks/use-customer-files.ts';
import type { OwingCustomer } from '#src/data/queries/owing-customers.ts';
import { m } from '#src/words/compiled/messages.js';
import { shortDayWord } from '#src/words/time-words.ts';
import { CustomerRow } from './customer-row.tsx';

// As many as are looked through before somebody searches.
const page = 50;

/** Who owes for finished work, the largest sum first, and all of it together. */
export function OwingList({ current }: { readonly current: string | undefined }) {
  const people = useOwingCustomers();
  const [limit, setLimit] = useState(page);
  if (people.status === 'loading') return null;
  const owing = people.value;
  if (owing.length === 0) return <EmptyState>{m.customers_nobody_owes()}</EmptyState>;
  const total = {
    label: m.customers_owed_by({ count: owing.length }),
    amount: sumMoney(owing.map(({ due }) => due)),
  };
  return (
    <>
      <div className="border-b border-rule">
        <Ledger label={m.customers_money()} lines={[]} total={total} />
      </div>
      <ul aria-label={m.customers_owing()}>
        {owing.slice(0, limit).map((customer) => (
          <li key={customer.id}>
            <OwingRow customer={customer} current={current} />
          </li>
        ))}
      </ul>
      {owing.length > limit && (
        <div className="p-4">
          <Button wide onClick={() => setLimit(limit + page)}>
            {m.customers_show_more()}
          </Button>
        </div>
      )}
    </>
  );
}

interface OwingRowProps {
  readonly customer: OwingCustomer;
  readonly current: string | undefined;
}

function OwingRow({ customer, current }: OwingRowProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { cars, jobs: count, since } = customer;
  const note =
    since === undefined
      ? m.customers_jobs({ count })
      : m.customers_since({ count, since: shortDayWord(since, now, formats) });
  return <CustomerRow customer={customer} cars={cars} note={note} current={current} />;
}
