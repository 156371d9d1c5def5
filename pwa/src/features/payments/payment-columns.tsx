import { signedAmount } from '@revops/domain';
import type { DataColumn } from '#src/components/ui/data-table.tsx';
import type { Formats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { paymentWord } from '#src/words/method-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import type { Filter } from './payment-filters.tsx';

export interface ColumnsAsked {
  readonly formats: Formats;
  readonly now: string;
  readonly decimals: 'auto' | 'always';
  readonly filter: Filter;
  /** A payment is open beside the table: only what tells one from another keeps its column. */
  readonly isNarrow: boolean;
}

type Column = DataColumn<PaymentView>;

const isVoid = ({ state }: PaymentView): boolean => state === 'rejected' || state === 'cancelled';

const car = (): Column => ({
  key: 'plate',
  label: m.payments_plate(),
  renderCell: ({ plate, plateKind, label }) =>
    plate === undefined ? label : <Plate plate={plate} kind={plateKind} />,
});

const customer = (): Column => ({
  key: 'customer',
  label: m.payments_customer(),
  renderCell: ({ customerName = '—' }) => <span className="block max-w-52 truncate">{customerName}</span>,
});

const amount = (decimals: 'auto' | 'always'): Column => ({
  key: 'amount',
  label: m.payments_amount(),
  align: 'end',
  renderCell: (payment) => (
    <Money amount={signedAmount(payment)} decimals={decimals} size="strong" struck={isVoid(payment)} />
  ),
});

const method = (): Column => ({
  key: 'method',
  label: m.payments_method(),
  renderCell: (payment) => <span className="whitespace-nowrap">{paymentWord(payment)}</span>,
});

const utr = (): Column => ({
  key: 'utr',
  label: m.payments_utr(),
  renderCell: ({ utr: reference = '—' }) => reference,
});

const person = (): Column => ({
  key: 'person',
  label: m.payments_taken_by(),
  renderCell: ({ collectorName }) => <span className="block max-w-44 truncate">{collectorName}</span>,
});

const moment = ({ formats, now }: ColumnsAsked): Column => ({
  key: 'moment',
  label: m.payments_when(),
  renderCell: ({ receivedAt, mark }) => (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {momentWord(receivedAt, now, formats)}
      {mark !== 'server' && <RowMark state={mark} compact />}
    </span>
  ),
});

/** Why it was rejected or cancelled, beside the stamp. */
const state = (): Column => ({
  key: 'state',
  label: m.payments_state(),
  renderCell: ({ state: name, reason }) => (
    <span className="inline-flex items-center gap-3">
      <Stamp state={name} />
      {reason !== undefined && <span className="block max-w-64 truncate text-meta text-ink-2">{reason}</span>}
    </span>
  ),
});

/** The columns of the queue; where a reason stands, the UTR is left to the detail. The waiting ones all carry the same stamp, so the filter says it once for all. */
export function paymentColumns(asked: ColumnsAsked): readonly Column[] {
  const first = [car(), customer(), amount(asked.decimals), method()];
  if (asked.isNarrow) return [...first, person()];
  if (asked.filter === 'waiting') return [...first, utr(), person(), moment(asked)];
  const hasUtr = asked.filter === 'confirmed' || asked.filter === 'clash';
  return [...first, ...(hasUtr ? [utr()] : []), person(), moment(asked), state()];
}
