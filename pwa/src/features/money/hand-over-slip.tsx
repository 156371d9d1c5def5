import type { ReactNode } from 'react';
import { useSeenAnswer } from '#src/components/cash/seen-answers.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money } from '#src/components/ui/money.tsx';
import { RowMark } from '#src/components/ui/row-mark.tsx';
import { Stamp } from '#src/components/ui/stamp.tsx';
import { useNow, useSession } from '#src/data/hooks/index.ts';
import type { HandOverView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { momentWord } from '#src/words/time-words.ts';

interface HandOverSlipProps {
  readonly handOver: HandOverView;
  /** The buttons of whoever may decide on it. */
  readonly children?: ReactNode;
  /** Which payments it names, where that is looked at. */
  readonly cover?: ReactNode;
  /** The way back from a decision; at the end of the line, because it is rarely wanted. */
  readonly undo?: ReactNode;
}

/** One hand-over as a slip: who to whom, how much, what was counted and what became of it. */
export function HandOverSlip({ handOver, undo, cover, children }: HandOverSlipProps) {
  const formats = useFormats();
  const now = useNow(60_000);
  const { userId } = useSession();
  const isSeen = useSeenAnswer(handOver.id);
  const isForMe = handOver.state === 'waiting' && handOver.document.to === userId;
  const { fromName: from, toName: to, amount, state, reason, mark, createdAt, document, agreed } = handOver;
  const pieces = Object.entries(document.notes ?? {}).filter(([, count]) => count > 0);
  return (
    <article className="flex flex-col gap-1 border-b border-rule bg-surface px-gutter py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-strong">{m.money_from_to({ from, to })}</h3>
        <Money amount={amount} size="title" struck={state === 'rejected'} />
      </div>
      <time dateTime={createdAt} className="text-meta text-ink-3">
        {momentWord(createdAt, now, formats)}
      </time>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Stamp
          state={state}
          {...(isForMe && { label: m.money_waiting_for_you() })}
          {...(agreed && { label: m.money_agreed({ name: to }) })}
        />
        <RowMark state={mark} compact />
        {undo !== undefined && <div className="-me-4 -my-2 ms-auto">{undo}</div>}
      </div>
      {reason !== undefined && <p className="text-meta text-refused">{reason}</p>}
      {pieces.length > 0 && (
        <p className="text-meta text-ink-2">
          {pieces
            .toSorted(([a], [b]) => Number(b) - Number(a))
            .map(([note, count]) => m.money_pieces_line({ note, count }))
            .join(' · ')}
        </p>
      )}
      {isSeen && state === 'waiting' && (
        <p className="text-meta font-semibold text-received">{m.money_seen_answer({ name: to })}</p>
      )}
      {cover}
      {document.note !== undefined && <p className="text-meta text-ink-2">{document.note}</p>}
      {children !== undefined && children !== false && (
        <div className="flex flex-wrap gap-3 pt-1">{children}</div>
      )}
    </article>
  );
}
