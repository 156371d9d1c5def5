import { formatMoney, signedAmount } from '@revops/domain';
import { Link } from 'react-router';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { TopBar } from '#src/components/layout/top-bar.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { EmptyState } from '#src/components/ui/empty-state.tsx';
import { momentWord } from '#src/words/time-words.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { Plate } from '#src/components/ui/plate.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Skeleton } from '#src/components/ui/skeleton.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import { useNow, usePayment } from '#src/data/hooks/index.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { JobMoney } from './job-money.tsx';
import { PaymentHistory } from './payment-history.tsx';
import { paymentWord } from '#src/words/method-words.ts';

interface PaymentDetailProps {
  readonly id: string;
  readonly onBack: () => void;
  readonly onConfirm: (payment: PaymentView) => void;
  readonly onReject: (payment: PaymentView) => void;
  readonly onTakeBack: (payment: PaymentView) => void;
}

/** All that is known of one payment, and the owner's word on it. */
export function PaymentDetail({ id, onBack, ...acts }: PaymentDetailProps) {
  const payment = usePayment(id);
  if (payment.status === 'loading') return <Skeleton label={m.payments_loading()} />;
  if (payment.value === undefined) {
    return (
      <>
        <TopBar title={m.payments_title()} onBack={onBack} />
        <EmptyState>{m.payments_not_found()}</EmptyState>
      </>
    );
  }
  const { label, plate, plateKind, state } = payment.value;
  const bar = {
    title: label,
    onBack,
    ...(plate !== undefined && { trailing: <Plate plate={plate} kind={plateKind} /> }),
  };
  if (state === 'waiting' || state === 'clash') {
    return (
      <TaskScreen {...bar} footer={<Decision payment={payment.value} {...acts} />}>
        <Known payment={payment.value} />
      </TaskScreen>
    );
  }
  return (
    <>
      <TopBar {...bar} />
      <Known payment={payment.value} {...(state !== 'cancelled' && { acts })} />
    </>
  );
}

type Acts = Omit<PaymentDetailProps, 'id' | 'onBack'>;

/** A decided payment has its acts among what is known of it; an open one has them under the thumb. */
function Known({ payment, acts }: { readonly payment: PaymentView; readonly acts?: Acts }) {
  return (
    <>
      <Facts payment={payment} />
      {payment.state === 'clash' && <Banner tone="refused">{m.payments_clash_why()}</Banner>}
      {acts && (
        <div className="border-t border-rule bg-surface px-gutter py-3">
          <DecidedActs payment={payment} {...acts} />
        </div>
      )}
      <JobMoney jobId={payment.jobId} />
      <PaymentHistory payment={payment} />
    </>
  );
}

function Facts({ payment }: { readonly payment: PaymentView }) {
  const formats = useFormats();
  const now = useNow(60_000);
  const isVoid = payment.state === 'rejected' || payment.state === 'cancelled';
  return (
    <div className="flex flex-col gap-2 bg-surface px-gutter py-4">
      <Money amount={signedAmount(payment)} size="xl" struck={isVoid} />
      <div className="flex flex-wrap items-center gap-3">
        <Stamp
          state={payment.state}
          {...(payment.state === 'waiting' && { label: m.payments_waiting_for_you() })}
        />
        <RowMark state={payment.mark} />
      </div>
      <p>
        {paymentWord(payment)}
        {payment.method !== 'cash' &&
          ` · ${payment.utr === undefined ? m.payments_no_utr() : m.payments_entry_proof({ utr: payment.utr })}`}
      </p>
      <p className="text-ink-2">
        {m.payments_by({ person: payment.collectorName, time: momentWord(payment.receivedAt, now, formats) })}
      </p>
      <Link
        to={`/jobs/${encodeURIComponent(payment.jobId)}`}
        className="inline-flex min-h-12 items-center self-start text-carbon underline underline-offset-4"
      >
        {payment.jobNumber === undefined
          ? m.payments_job_unknown()
          : m.payments_job({ number: payment.jobNumber })}
        {payment.customerName !== undefined && ` · ${payment.customerName}`}
      </Link>
    </div>
  );
}

type DecisionProps = Acts & { readonly payment: PaymentView };

function Decision({ payment, onConfirm, onReject }: DecisionProps) {
  const amount = formatMoney(payment.amount, useFormats());
  return (
    <div className="flex gap-3">
      <Button variant="danger" size="main" onClick={() => onReject(payment)}>
        {m.payments_reject()}
      </Button>
      <Button variant="fill" size="main" className="flex-1" onClick={() => onConfirm(payment)}>
        {payment.state === 'clash' ? m.payments_confirm_anyway() : m.payments_confirm({ amount })}
      </Button>
    </div>
  );
}

/** An owner's own payment counts as confirmed from the start; it is undone by a rejection. */
function DecidedActs({ payment, onReject, onTakeBack }: DecisionProps) {
  if (payment.decidedAt !== undefined) {
    return <Button onClick={() => onTakeBack(payment)}>{m.payments_take_back()}</Button>;
  }
  return (
    <Button variant="danger" onClick={() => onReject(payment)}>
      {m.payments_reject()}
    </Button>
  );
}
