import { formatMoney, moneyInWords, type Money } from '@revops/domain';
import { useState } from 'react';
import type { Count } from '#src/components/cash/count.ts';
import { NoteCounter } from '#src/components/cash/note-counter.tsx';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Field } from '#src/components/form/field.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { Money as MoneyText } from '#src/components/ui/money.tsx';
import { useActs } from '#src/data/acts.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { useCounting } from '#src/components/cash/use-counting.ts';

/** What was typed before the form was left. */
export interface DepositValues {
  readonly count: Count;
  readonly bank: string;
  readonly reference: string;
  readonly note: string;
}

interface DepositFormProps {
  readonly draft: FormDraft<DepositValues>;
  readonly held: Money;
  readonly onBack: () => void;
  readonly onSaved: (amount: Money) => void;
}

type Texts = Omit<DepositValues, 'count'>;

const typed = (texts: Texts): Partial<Texts> =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()])
      .filter(([, text]) => text !== ''),
  );

export function DepositForm({ draft, held, onBack, onSaved }: DepositFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const { left } = draft;
  const { count, setCount, counted, amount, isEmpty, notes } = useCounting(left?.count);
  const [texts, setTexts] = useState<Texts>({
    bank: left?.bank ?? '',
    reference: left?.reference ?? '',
    note: left?.note ?? '',
  });
  const [problem, setProblem] = useState<string | undefined>();
  useKeep(draft, isEmpty && Object.keys(typed(texts)).length === 0 ? undefined : { count, ...texts });
  const field = (name: keyof Texts) => ({
    value: texts[name],
    maxLength: 200,
    optional: true,
    onChange: (event: { target: { value: string } }) =>
      setTexts((before) => ({ ...before, [name]: event.target.value })),
  });

  async function save(): Promise<void> {
    if (counted === undefined) return setProblem(m.money_bad_amount());
    if (counted <= 0) return setProblem(m.money_need_amount());
    try {
      const saved = await acts.recordDeposit({ amount: counted, ...notes, ...typed(texts) });
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
      title={m.cash_deposit_title()}
      onBack={onBack}
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="fill" size="main" wide>
          {m.cash_deposit_save({ amount: formatMoney(amount, formats) })}
        </Button>
      }
    >
      {draft.line}
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <output className="block border-b border-rule bg-surface px-gutter py-4" aria-live="polite">
        <span className="block text-ink-2">{m.cash_deposit_amount()}</span>
        <MoneyText amount={amount} size="xl" />
        {amount > 0 && (
          <span className="block text-meta text-ink-2">{moneyInWords(amount, formats.currency)}</span>
        )}
        <span className="block text-meta text-ink-2">
          {m.money_expected({ amount: formatMoney(held, formats) })}
        </span>
        {amount > held && <span className="block font-semibold text-waiting">{m.cash_deposit_more()}</span>}
      </output>
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
        <Field label={m.cash_deposit_bank()} {...field('bank')} />
        <Field
          label={m.cash_deposit_reference()}
          hint={m.cash_deposit_reference_hint()}
          {...field('reference')}
        />
        <Field label={m.money_note_label()} {...field('note')} />
      </div>
    </TaskScreen>
  );
}
