import { formatMoney, type DayClose, type Money } from '@revops/domain';
import { useState } from 'react';
import type { Count } from '#src/components/cash/count.ts';
import { CountedCash } from '#src/components/cash/counted-cash.tsx';
import { NoteCounter } from '#src/components/cash/note-counter.tsx';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { TextArea } from '#src/components/form/text-area.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import { useNow } from '#src/data/hooks/index.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { momentWord } from '#src/words/time-words.ts';
import { useCounting } from '#src/components/cash/use-counting.ts';

/** What was counted before the form was left. */
export interface CloseDayValues {
  readonly count: Count;
  readonly reason: string;
}

interface CloseDayFormProps {
  readonly draft: FormDraft<CloseDayValues>;
  readonly expected: Money;
  /** The close that another one today corrects. */
  readonly earlier: DayClose | undefined;
  readonly onBack: () => void;
  readonly onSaved: (counted: Money) => void;
}

export function CloseDayForm({ draft, expected, earlier, onBack, onSaved }: CloseDayFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const { count, setCount, counted, amount, isEmpty, notes } = useCounting(draft.left?.count);
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  const [problem, setProblem] = useState<string | undefined>();
  useKeep(draft, isEmpty && reason === '' ? undefined : { count, reason });
  const needsReason = amount !== expected || earlier !== undefined;

  async function save(): Promise<void> {
    if (counted === undefined) return setProblem(m.money_bad_amount());
    if (needsReason && reason.trim() === '') return setProblem(m.cash_close_reason_needed());
    try {
      const said = needsReason ? { reason } : {};
      const saved = await acts.closeDay({ counted, expected, ...notes, ...said });
      if (!saved.ok) return setProblem(problemWord(saved.reason));
    } catch (error) {
      return setProblem(notSavedWords(error));
    }
    draft.done();
    vibrateSaved();
    return onSaved(counted);
  }

  return (
    <TaskScreen
      title={m.cash_close_title()}
      onBack={onBack}
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="fill" size="main" wide>
          {m.cash_close_save({ amount: formatMoney(amount, formats) })}
        </Button>
      }
    >
      {draft.line}
      {earlier !== undefined && <EarlierClose earlier={earlier} />}
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <CountedCash amount={amount} expected={expected} isNothingCounted={!isEmpty || expected === 0} />
      <div className="flex flex-col gap-6 px-gutter py-4">
        <NoteCounter
          currency={formats.currency}
          count={count}
          onChange={(next) => {
            setCount(next);
            setProblem(undefined);
          }}
          {...(counted === undefined && { error: m.money_bad_amount() })}
        />
        {needsReason && (
          <TextArea
            label={earlier === undefined ? m.cash_close_reason() : m.cash_close_reason_again()}
            hint={m.cash_close_reason_hint()}
            value={reason}
            maxLength={1000}
            onChange={(event) => {
              setReason(event.target.value);
              setProblem(undefined);
            }}
          />
        )}
      </div>
    </TaskScreen>
  );
}

function EarlierClose({ earlier }: { readonly earlier: DayClose }) {
  const formats = useFormats();
  const time = momentWord(earlier.createdAt, useNow(60_000), formats);
  return <Banner>{m.cash_close_earlier({ time, amount: formatMoney(earlier.counted, formats) })}</Banner>;
}
