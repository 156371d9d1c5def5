import { formatPlate, signedAmount } from '@revops/domain';
import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { Chip } from '#src/components/ui/chip.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { SectionHeading } from '#src/components/ui/section-heading.tsx';
import { Stub } from '#src/components/ui/stub.tsx';
import { useNow, usePayments } from '#src/data/hooks/index.ts';
import type { PaymentStateName } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { paymentWord } from '#src/words/method-words.ts';
import { momentWord } from '#src/words/time-words.ts';

type Filter = 'waiting' | 'confirmed' | 'rejected' | 'cancelled';

const filters: readonly {
  readonly filter: Filter;
  readonly states: readonly PaymentStateName[];
  readonly word: () => string;
}[] = [
  { filter: 'waiting', states: ['waiting', 'clash'], word: () => m.money_waiting() },
  { filter: 'rejected', states: ['rejected'], word: () => m.money_rejected() },
  { filter: 'confirmed', states: ['confirmed'], word: () => m.money_confirmed() },
  { filter: 'cancelled', states: ['cancelled'], word: () => m.money_cancelled() },
];

const noneWords: Record<Filter, () => string> = {
  waiting: () => m.money_none_waits(),
  rejected: () => m.money_none_rejected(),
  confirmed: () => m.money_none(),
  cancelled: () => m.money_none_cancelled(),
};

const pageSize = 50;

interface MyPaymentsProps {
  readonly userId: string;
  /** An owner's own payments never wait, so the confirmed ones are shown first. */
  readonly isOwner: boolean;
}

/** The payments that a person took, by what became of them. */
export function MyPayments({ userId, isOwner }: MyPaymentsProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const [filter, setFilter] = useState<Filter>(isOwner ? 'confirmed' : 'waiting');
  const [limit, setLimit] = useState(pageSize);
  const states = filters.find((one) => one.filter === filter)?.states ?? [];
  const page = usePayments({ states: [...states], collectedBy: userId, limit });
  const payments = page.status === 'ready' ? page.value.items : [];
  const decimals = useColumnDecimals(payments.map((payment) => payment.amount));
  return (
    <section className="min-w-0">
      <SectionHeading>{m.money_my_payments()}</SectionHeading>
      <fieldset
        aria-label={m.money_states()}
        className="flex min-w-0 gap-2 overflow-x-auto border-y border-rule bg-surface px-gutter py-2 [scrollbar-width:none] rail:flex-wrap"
      >
        {filters.map((one) => (
          <Chip key={one.filter} selected={one.filter === filter} onSelect={() => setFilter(one.filter)}>
            {one.word()}
          </Chip>
        ))}
      </fieldset>
      {page.status === 'ready' && payments.length === 0 && <EmptyState>{noneWords[filter]()}</EmptyState>}
      <ul>
        {payments.map((payment) => (
          <li key={payment.id}>
            <Stub
              number={payment.label}
              title={`${paymentWord(payment)} · ${momentWord(payment.receivedAt, now, formats)}`}
              amount={signedAmount(payment)}
              decimals={decimals}
              stamp={{ state: payment.state }}
              mark={payment.mark}
              note={[payment.plate && formatPlate(payment.plate), payment.customerName, payment.reason]
                .filter((word) => word !== undefined)
                .join(' · ')}
              to={`/jobs/${encodeURIComponent(payment.jobId)}`}
            />
          </li>
        ))}
      </ul>
      {page.status === 'ready' && page.value.more && (
        <div className="p-4">
          <Button onClick={() => setLimit(limit + pageSize)}>{m.money_more()}</Button>
        </div>
      )}
    </section>
  );
}
