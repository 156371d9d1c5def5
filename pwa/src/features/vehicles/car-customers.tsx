import { bareId, formatPhone } from '@revops/domain';
import { ChevronRight } from 'lucide-react';
import { Link } from 'react-router';
import { CallLink } from '#src/components/ui/call-link.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import type { CarCustomer } from '#src/data/queries/car-file.ts';
import { m } from '#src/words/compiled/messages.js';

/** Whoever brought the car, the last one first. */
export function CarCustomers({ customers }: { readonly customers: readonly CarCustomer[] }) {
  return (
    <section>
      <SectionHeading>{m.cars_customers()}</SectionHeading>
      {customers.length === 0 ? (
        <p className="border-y border-rule bg-surface px-gutter py-3 text-ink-2">{m.cars_no_customers()}</p>
      ) : (
        <ul className="border-t border-rule">
          {customers.map((customer) => (
            <li
              key={customer.id}
              className="flex items-center gap-2 border-b border-rule bg-surface pe-gutter"
            >
              <CustomerLink customer={customer} />
              {customer.phone !== undefined && (
                <CallLink phone={customer.phone} name={customer.name ?? formatPhone(customer.phone)} short />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function CustomerLink({ customer: { id, name, phone } }: { readonly customer: CarCustomer }) {
  return (
    <Link
      to={`/customers/${bareId(id)}`}
      className="fade flex min-h-16 min-w-0 flex-1 items-center gap-3 py-2 ps-gutter -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
    >
      <span className="min-w-0 flex-1">
        <span className="block text-strong">{name ?? m.customers_no_name()}</span>
        {phone !== undefined && <span className="block text-meta text-ink-2">{formatPhone(phone)}</span>}
      </span>
      <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
    </Link>
  );
}
