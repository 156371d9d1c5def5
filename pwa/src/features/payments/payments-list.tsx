import { formatMoney, signedAmount, sumMoney } from '@revops/domain';
import type { ReactNode } from 'react';
import { AsOfLine } from '#src/components/as-of/as-of-line.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import type { Live, PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { FilterRow } from './filter-row.tsx';
import { isOpenFilter, PaymentFilters, PersonFilter, type Filter } from './payment-filters.tsx';
import { PaymentStubs } from './payment-stubs.tsx';
import { PaymentTable } from './payment-table.tsx';
import { useIsDesk } from '#src/platform/is-desk.ts';

interface PaymentsListProps {
  readonly page: Live<{ readonly items: readonly PaymentView[]; readonly more: boolean }>;
  readonly filter: Filter;
  readonly person: string;
  readonly selected: ReadonlySet<string>;
  readonly open: string | undefined;
  /** The switch to the discounts. */
  readonly kinds: ReactNode;
  readonly onFilter: (filter: Filter) => void;
  readonly onPerson: (person: string) => void;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onOpen: (id: string) => void;
  readonly onMore: () => void;
  readonly onConfirm: (payments: readonly PaymentView[]) => void;
  readonly onReject: (payments: readonly PaymentView[]) => void;
}

/** Filters, the queue itself and what can be done with the selected ones. */
export function PaymentsList(props: PaymentsListProps) {
  const { page, filter, kinds, onFilter } = props;
  return (
    <>
      <TopBar title={m.payments_title()} />
      <FilterRow>
        {kinds}
        <PaymentFilters {...{ filter, onFilter }} />
      </FilterRow>
      <div className="px-gutter">
        <AsOfLine />
      </div>
      {page.status === 'loading' ? (
        <Skeleton label={m.payments_loading()} rows={5} />
      ) : (
        <Queue {...props} payments={page.value.items} hasMore={page.value.more} />
      )}
    </>
  );
}

type QueueProps = PaymentsListProps & {
  readonly payments: readonly PaymentView[];
  readonly hasMore: boolean;
};

function Queue(props: QueueProps) {
  const { payments, hasMore, filter, person, selected, open, onSelect, onOpen, onMore, onPerson } = props;
  const isDesk = useIsDesk();
  const mayDecide = isOpenFilter(filter);
  const byIds = (ids: readonly string[]): readonly PaymentView[] =>
    payments.filter((payment) => ids.includes(payment.id));
  return (
    <>
      <div className="sticky top-14 z-5 flex flex-wrap items-center gap-x-3 gap-y-2 bg-canvas px-gutter py-2">
        {mayDecide && payments.length > 0 && <SelectedActs {...props} />}
        <PersonFilter {...{ person, onPerson }} isAside={selected.size > 0} />
      </div>
      {payments.length === 0 && (
        <EmptyState>{filter === 'waiting' ? m.payments_none_waiting() : m.payments_none()}</EmptyState>
      )}
      {payments.length > 0 && isDesk && (
        <PaymentTable
          {...{ payments, filter, selected, open, onOpen }}
          {...(mayDecide && {
            onSelect,
            onConfirm: (ids: readonly string[]) => props.onConfirm(byIds(ids)),
            onReject: (ids: readonly string[]) => props.onReject(byIds(ids)),
          })}
        />
      )}
      {payments.length > 0 && !isDesk && (
        <PaymentStubs {...{ payments, selected }} {...(mayDecide && { onSelect })} />
      )}
      {hasMore && (
        <div className="px-gutter py-4">
          <Button onClick={onMore}>{m.payments_more()}</Button>
        </div>
      )}
      {isDesk && mayDecide && payments.length > 0 && open === undefined && (
        <p className="px-gutter py-4 text-meta text-ink-3">{m.payments_pick()}</p>
      )}
    </>
  );
}

function SelectedActs({ payments, selected, onSelect, onConfirm, onReject }: QueueProps) {
  const formats = useFormats();
  const chosen = payments.filter((payment) => selected.has(payment.id));
  const isAll = chosen.length === payments.length;
  const amount = formatMoney(sumMoney(chosen.map(signedAmount)), formats);
  return (
    <>
      <Button
        variant="text"
        className="-ms-4"
        onClick={() => onSelect(new Set(isAll ? [] : payments.map((payment) => payment.id)))}
      >
        {isAll ? m.payments_select_none() : m.payments_select_all()}
      </Button>
      {chosen.length > 0 && (
        <>
          <Button
            variant="fill"
            className="owns-fill max-rail:order-last max-rail:w-full"
            onClick={() => onConfirm(chosen)}
          >
            {m.payments_confirm_selected({ count: chosen.length, amount })}
          </Button>
          <Button variant="danger" className="max-rail:ms-auto" onClick={() => onReject(chosen)}>
            {m.payments_reject()}
          </Button>
        </>
      )}
    </>
  );
}
