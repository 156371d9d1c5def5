import { bareId, formatMoney, negateMoney } from '@revops/domain';
import { useEffect, useRef, useState } from 'react';
import { ButtonLink } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Stub } from '#src/components/ui/stub.tsx';
import { useNow, useRefusedPayments, useSession } from '#src/data/hooks/index.ts';
import type { PaymentStateName, PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { errorWords } from '#src/words/error-words.ts';
import { methodWord } from '#src/words/method-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { PaymentActions } from './payment-actions.tsx';

export interface PaymentStubProps {
  readonly payment: PaymentView;
  readonly decimals: 'auto' | 'always';
}

/** One slip of the job's money: what, when, how sure, and what may be done about it. */
export function PaymentStub({ payment, decimals }: PaymentStubProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  // Nothing of it is on the server: no word of the owner on it is to come, and none can be taken back.
  const isRefused = payment.mark === 'refused';
  const isRefund = payment.kind === 'refund';
  const landing = useLanding(payment.state);
  const kind = isRefund ? m.job_refund() : payment.kind === 'advance' ? m.job_advance() : undefined;
  const title = [methodWord(payment.method), kind, momentWord(payment.receivedAt, now, formats)];
  return (
    <Stub
      number={payment.label}
      title={title.filter(Boolean).join(' · ')}
      amount={isRefund ? negateMoney(payment.amount) : payment.amount}
      decimals={decimals}
      {...(!isRefused && {
        stamp: { state: payment.state, landing, ...(payment.state === 'clash' && { label: m.job_clash() }) },
      })}
      mark={payment.mark}
      note={<StubNote payment={payment} />}
      action={
        isRefused ? (
          <ButtonLink to="/not-accepted" variant="text">
            {m.sync_not_accepted_see()}
          </ButtonLink>
        ) : (
          <div className="flex flex-wrap gap-x-1">
            <PaymentActions payment={payment} amountWord={formatMoney(payment.amount, formats)} />
            {(payment.state === 'waiting' || payment.state === 'confirmed') && (
              <ButtonLink
                to={`/jobs/${bareId(payment.jobId)}/papers?paper=${encodeURIComponent(payment.id)}`}
                variant="text"
              >
                {m.papers_receipt()}
              </ButtonLink>
            )}
          </div>
        )
      }
    />
  );
}

function StubNote({ payment }: { readonly payment: PaymentView }) {
  const session = useSession();
  const isMine = payment.collectedBy === session.userId;
  const facts = [
    payment.utr !== undefined && m.job_utr({ utr: payment.utr }),
    !isMine && m.job_taken_by({ name: payment.collectorName }),
    payment.document.note,
  ].filter(Boolean);
  const refused = useRefusedPayments(payment.jobId).find(({ item }) => item.document._id === payment.id);
  return (
    <>
      {refused !== undefined && <p className="text-body text-refused">{errorWords(refused.item.code)}</p>}
      {payment.reason !== undefined && (
        <p className={payment.state === 'rejected' ? 'text-body text-refused' : ''}>
          {m.job_why({ reason: payment.reason })}
        </p>
      )}
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
    </>
  );
}

/** True once a decision arrives while the slip is being looked at; never for what was there before. */
function useLanding(state: PaymentStateName): boolean {
  const first = useRef(state);
  const [hasLanded, setHasLanded] = useState(false);
  useEffect(() => {
    if (first.current !== state && (state === 'confirmed' || state === 'rejected')) setHasLanded(true);
    first.current = state;
  }, [state]);
  return hasLanded;
}
