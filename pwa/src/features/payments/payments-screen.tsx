import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Banner } from '#src/components/ui/banner.tsx';
import { usePayments } from '#src/data/hooks/index.ts';
import type { PaymentView } from '#src/data/views.ts';
import { DiscountsList } from './discounts-list.tsx';
import { KindSwitch, type Kind } from './kind-switch.tsx';
import { PaymentDetail } from './payment-detail.tsx';
import { filters, type Filter } from './payment-filters.tsx';
import { PaymentsList } from './payments-list.tsx';
import { RejectSheet } from './reject-sheet.tsx';
import { useDecisions } from './use-decisions.ts';

const pageSize = 100;

const filterNamed = (name: string | null): Filter => filters.find((filter) => filter === name) ?? 'waiting';

/** The owner's queue: everything that waits for a word, decided one by one or many at once. */
export function PaymentsScreen() {
  const [search, setSearch] = useSearchParams();
  const filter = filterNamed(search.get('state'));
  const person = search.get('person') ?? '';
  const open = search.get('id') ?? undefined;
  const [limit, setLimit] = useState(pageSize);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<readonly PaymentView[]>([]);
  const decisions = useDecisions();
  const page = usePayments({ states: [filter], ...(person !== '' && { collectedBy: person }), limit });

  const change = (name: string, value: string | undefined): void =>
    setSearch((before) => {
      const next = new URLSearchParams(before);
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
      return next;
    });
  const confirm = (payments: readonly PaymentView[]): void => {
    setSelected(new Set());
    void decisions.confirm(payments);
  };
  const reject = (reason: string): Promise<boolean> => {
    setRejecting([]);
    setSelected(new Set());
    return decisions.reject(rejecting, reason);
  };
  const kind: Kind = search.get('kind') === 'discounts' ? 'discounts' : 'payments';
  const kinds = (
    <KindSwitch kind={kind} onKind={(next) => change('kind', next === 'payments' ? undefined : next)} />
  );
  const onFilter = (next: Filter): void => {
    setSelected(new Set());
    change('state', next === 'waiting' ? undefined : next);
  };
  const onPerson = (next: string): void => change('person', next);
  if (kind === 'discounts') return <DiscountsList {...{ kinds, filter, person, onFilter, onPerson }} />;
  return (
    <div className="flex desk:h-dvh">
      <div
        className={`relative min-w-0 flex-1 desk:overflow-y-auto ${open === undefined ? '' : 'max-desk:hidden'}`}
      >
        {decisions.problem !== undefined && <Banner tone="refused">{decisions.problem}</Banner>}
        <PaymentsList
          {...{ page, filter, person, selected, open, kinds, onFilter, onPerson }}
          onSelect={setSelected}
          onOpen={(id) => change('id', id)}
          onMore={() => setLimit(limit + pageSize)}
          onConfirm={confirm}
          onReject={setRejecting}
        />
      </div>
      {open !== undefined && (
        <aside className="narrow relative min-w-0 flex-1 desk:w-105 desk:flex-none desk:overflow-y-auto desk:border-s desk:border-rule">
          <PaymentDetail
            id={open}
            onBack={() => change('id', undefined)}
            onConfirm={(payment) => confirm([payment])}
            onReject={(payment) => setRejecting([payment])}
            onTakeBack={(payment) => void decisions.takeBack(payment)}
          />
        </aside>
      )}
      <RejectSheet payments={rejecting} onClose={() => setRejecting([])} onReject={reject} />
    </div>
  );
}
