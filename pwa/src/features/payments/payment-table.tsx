import { DataTable } from '#src/components/ui/data-table.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useColumnDecimals } from '#src/components/ui/money.tsx';
import { useNow } from '#src/data/hooks/index.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { paymentColumns } from './payment-columns.tsx';
import type { Filter } from './payment-filters.tsx';

interface PaymentTableProps {
  readonly payments: readonly PaymentView[];
  readonly filter: Filter;
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  /** Selecting and deciding: undefined where everything is decided. */
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  readonly onConfirm?: (ids: readonly string[]) => void;
  readonly onReject?: (ids: readonly string[]) => void;
  readonly open: string | undefined;
}

/** The queue at the desk: decided on by keyboard, 14 payments in three keys. */
export function PaymentTable({
  payments,
  filter,
  selected,
  onSelect,
  onOpen,
  onConfirm,
  onReject,
  open,
}: PaymentTableProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const decimals = useColumnDecimals(payments.map((payment) => payment.amount));
  return (
    <DataTable
      caption={m.payments_title()}
      columns={paymentColumns({ formats, now, decimals, filter, isNarrow: open !== undefined })}
      rows={payments}
      rowKey={(payment) => payment.id}
      rowLabel={(payment) => payment.label}
      selected={selected}
      {...(onSelect && { onSelect })}
      onOpen={onOpen}
      acts={{ ...(onConfirm && { c: onConfirm }), ...(onReject && { r: onReject }) }}
      {...(open !== undefined && { current: open })}
    />
  );
}
