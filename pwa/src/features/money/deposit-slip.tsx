import type { ReactNode } from 'react';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import type { DepositView } from '#src/data/cash-views.ts';
import { useNow } from '#src/data/hooks/index.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';

interface DepositSlipProps {
  readonly deposit: DepositView;
  /** The owner's buttons. */
  readonly children?: ReactNode;
}

/** One deposit as a slip: whose cash, how much, which bank, and what an owner said. */
export function DepositSlip({ deposit, children }: DepositSlipProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { personName, writerName, amount, state, reason, mark, createdAt, document } = deposit;
  const bank = [document.bank, document.reference, document.note].filter((text) => text !== undefined);
  return (
    <article className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-strong">{m.cash_deposit_of({ name: personName })}</h3>
        <Money amount={amount} size="title" struck={state === 'rejected'} />
      </div>
      <p className="text-meta text-ink-3">
        <time dateTime={createdAt}>{momentWord(createdAt, now, formats)}</time>
        {document.createdBy !== document.person && ` · ${m.cash_written_by({ name: writerName })}`}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stamp state={state} />
        <RowMark state={mark} compact />
      </div>
      {reason !== undefined && <p className="text-meta text-refused">{reason}</p>}
      {bank.length > 0 && <p className="text-meta text-ink-2 [overflow-wrap:anywhere]">{bank.join(' · ')}</p>}
      {children !== undefined && children !== false && (
        <div className="flex flex-wrap gap-3 pt-1">{children}</div>
      )}
    </article>
  );
}
