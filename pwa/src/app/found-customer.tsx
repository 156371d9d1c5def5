import { formatPhone } from '@revops/domain';
import { ContactRound } from 'lucide-react';
import { Due } from '#src/components/ui/due.tsx';
import type { CustomerFile } from '#src/data/queries/customer-file.ts';
import { m } from '#src/words/compiled/messages.js';

/** A customer among what was found. */
export function FoundCustomer({ customer }: { readonly customer: CustomerFile }) {
  const { name, phone, due } = customer;
  return (
    <>
      <ContactRound aria-hidden="true" className="size-5 shrink-0 text-ink-2" />
      <span className="min-w-0 flex-1 truncate font-semibold">{name ?? m.customers_no_name()}</span>
      {phone !== undefined && <span className="text-meta text-ink-2">{formatPhone(phone)}</span>}
      {due > 0 && (
        <span className="font-semibold">
          <Due amount={due} />
        </span>
      )}
    </>
  );
}
