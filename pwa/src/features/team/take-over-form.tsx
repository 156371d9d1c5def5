import { formatMoney, sumMoney } from '@revops/domain';
import { useState } from 'react';
import { coveredPayments, type Count } from '#src/components/cash/count.ts';
import { CountedCash } from '#src/components/cash/counted-cash.tsx';
import { CoversLine } from '#src/components/cash/covers-line.tsx';
import { NoteCounter } from '#src/components/cash/note-counter.tsx';
import { useCounting } from '#src/components/cash/use-counting.ts';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { TextArea } from '#src/components/form/text-area.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import type { HandOverView, PaymentView, PersonView } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';

/** What was counted before the form was left. */
export interface TakeOverValues {
  readonly count: Count;
  readonly reason: string;
}

interface TakeOverFormProps {
  readonly draft: FormDraft<TakeOverValues>;
  readonly person: PersonView;
  readonly payments: readonly PaymentView[];
  readonly handOvers: readonly HandOverView[];
  readonly onBack: () => void;
  readonly onSaved: () => void;
}

export function TakeOverForm({ draft, person, payments, handOvers, onBack, onSaved }: TakeOverFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const { count, setCount, counted, amount, isEmpty, notes } = useCounting(draft.left?.count);
  const [reason, setReason] = useState(draft.left?.reason ?? '');
  const [problem, setProblem] = useState<string | undefined>();
  useKeep(draft, isEmpty && reason === '' ? undefined : { count, reason });
  const { name } = person;
  const expected = person.cash.held.amount;
  const differs = amount !== expected;
  const covered = coveredPayments(payments, handOvers, amount);

  async function save(): Promise<void> {
    if (counted === undefined) return setProblem(m.money_bad_amount());
    if (differs && reason.trim() === '') return setProblem(m.team_take_over_reason_needed());
    const ids = covered.map(({ id }) => id);
    const said = differs ? { reason } : {};
    try {
      const input = { from: person.id, counted, expected, ...notes, ...said };
      const saved = await acts.takeOverCash(input, ids);
      if (!saved.ok) return setProblem(problemWord(saved.reason));
    } catch (error) {
      return setProblem(notSavedWords(error));
    }
    draft.done();
    vibrateSaved();
    return onSaved();
  }

  return (
    <TaskScreen
      title={m.team_take_over_title({ name })}
      onBack={onBack}
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="fill" size="main" wide>
          {amount === 0
            ? m.team_take_over_nothing()
            : m.team_take_over_save({ amount: formatMoney(amount, formats) })}
        </Button>
      }
    >
      {draft.line}
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <CountedCash amount={amount} expected={expected} name={name} isNothingCounted={!isEmpty}>
        {amount > 0 && (
          <CoversLine
            count={covered.length}
            sum={sumMoney(covered.map((payment) => payment.amount))}
            amount={amount}
          />
        )}
      </CountedCash>
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
        {differs && (
          <TextArea
            label={m.team_take_over_reason()}
            hint={m.team_take_over_hint({ name })}
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
