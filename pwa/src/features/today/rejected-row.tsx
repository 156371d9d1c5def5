import { bareId, formatPhone, telUrl } from '@revops/domain';
import { Phone } from 'lucide-react';
import { Link } from 'react-router';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodWord } from '#src/words/method-words.ts';

export interface RejectedRowProps {
  readonly payment: PaymentView;
}

/** Money the owner did not find: why, and the customer's number to ask. */
export function RejectedRow({ payment }: RejectedRowProps) {
  const { plate, plateKind, customerName, phone, reason } = payment;
  return (
    <div className="relative flex min-h-19 items-center border-b border-rule bg-surface">
      <span aria-hidden="true" className="absolute inset-y-0 start-0 w-1 bg-refused" />
      <Link
        to={`/jobs/${bareId(payment.jobId)}`}
        className="fade flex min-w-0 flex-1 flex-col gap-1.5 px-gutter py-2.5 -outline-offset-3 active:bg-sunken desk:hover:bg-sunken"
      >
        <span className="flex items-center justify-between gap-3">
          {plate === undefined ? payment.jobNumber : <Plate plate={plate} kind={plateKind} />}
          <span className="text-end font-bold text-ink-3">
            <Money amount={payment.amount} struck />
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-meta text-ink-2">
          <Stamp state="rejected" />
          <span>{methodWord(payment.method)}</span>
          <span className="min-w-0">{customerName}</span>
          {payment.mark !== 'server' && <RowMark state={payment.mark} />}
        </span>
        {reason !== undefined && <span className="text-ink">{m.today_why({ reason })}</span>}
      </Link>
      {phone !== undefined && (
        <a
          href={telUrl(phone)}
          aria-label={m.work_call_name({ name: customerName ?? formatPhone(phone) })}
          className="fade me-3 inline-flex min-h-12 min-w-12 shrink-0 items-center justify-center gap-2 rounded-control border border-edge bg-surface px-3 text-strong text-ink active:bg-sunken desk:hover:bg-sunken"
        >
          <Phone aria-hidden="true" className="size-5" />
          {m.work_call()}
        </a>
      )}
    </div>
  );
}
