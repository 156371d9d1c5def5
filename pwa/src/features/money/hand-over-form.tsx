import { formatMoney, sumMoney, zeroMoney, type Money } from '@revops/domain';
import { useState } from 'react';
import { countedAmount, countedNotes, coveredPayments, type Count } from '#src/components/cash/count.ts';
import { CountedCash } from '#src/components/cash/counted-cash.tsx';
import { CoversLine } from '#src/components/cash/covers-line.tsx';
import { NoteCounter } from '#src/components/cash/note-counter.tsx';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { Field } from '#src/components/form/field.tsx';
import { Select } from '#src/components/form/select.tsx';
import { TaskScreen } from '#src/components/layout/task-screen.tsx';
import { Banner } from '#src/components/ui/banner.tsx';
import { Button } from '#src/components/ui/button.tsx';
import { useFormats } from '#src/components/ui/formats.ts';
import { useActs } from '#src/data/acts.ts';
import type { HandOverView, PaymentView, PersonView } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { m } from '#src/words/compiled/messages.js';
import type { Slip } from './handed-over.tsx';

/** What was counted before the form was left. */
export interface HandOverValues {
  readonly count: Count;
  readonly to: string;
  readonly note: string;
}

interface HandOverFormProps {
  readonly draft: FormDraft<HandOverValues>;
  readonly expected: Money;
  readonly receivers: readonly PersonView[];
  readonly payments: readonly PaymentView[];
  readonly handOvers: readonly HandOverView[];
  readonly onBack: () => void;
  readonly onSaved: (slip: Slip) => void;
}

/** Counted against what is expected, the difference said in words, before anything is saved. */
export function HandOverForm({
  expected,
  receivers,
  payments,
  handOvers,
  onBack,
  onSaved,
  draft,
}: HandOverFormProps) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const [count, setCount] = useState<Count>(draft.left?.count ?? { notes: {}, coins: '' });
  const [to, setTo] = useState(() => receiverOf(receivers, draft.left?.to));
  const [note, setNote] = useState(draft.left?.note ?? '');
  const [problem, setProblem] = useState<string | undefined>();
  const isEmpty = Object.values(count.notes).every((held) => !held) && count.coins === '' && note === '';
  useKeep(draft, isEmpty ? undefined : { count, to, note });
  const counted = countedAmount(count, formats.currency);
  const amount = counted ?? zeroMoney;
  const covered = coveredPayments(payments, handOvers, amount);
  const coveredSum = sumMoney(covered.map((payment) => payment.amount));

  async function save(): Promise<void> {
    let savedId = '';
    if (counted === undefined) return setProblem(m.money_bad_amount());
    if (counted <= 0) return setProblem(m.money_need_amount());
    if (to === '') return setProblem(m.money_need_to());
    const notes = countedNotes(count);
    const said = note.trim() === '' ? {} : { note: note.trim() };
    const payments = covered.map(({ id }) => id);
    const counts = Object.keys(notes).length > 0 ? { notes } : {};
    try {
      const saved = await acts.handOver({ to, amount: counted, payments, ...counts, ...said });
      if (!saved.ok) return setProblem(m.money_problem());
      savedId = saved.value.ids[0] ?? '';
    } catch (error) {
      return setProblem(notSavedWords(error));
    }
    draft.done();
    vibrateSaved();
    const person = receivers.find(({ id }) => id === to)?.name ?? '';
    return onSaved({ id: savedId, amount: counted, person });
  }

  return (
    <TaskScreen
      title={m.money_count_title()}
      onBack={onBack}
      onSubmit={() => void save()}
      footer={
        <Button type="submit" variant="fill" size="main" wide>
          {m.money_save({ amount: formatMoney(amount, formats) })}
        </Button>
      }
    >
      {draft.line}
      {problem !== undefined && <Banner tone="refused">{problem}</Banner>}
      <CountedCash amount={amount} expected={expected}>
        {amount > 0 && <CoversLine count={covered.length} sum={coveredSum} amount={amount} />}
      </CountedCash>
      <div className="flex flex-col gap-6 px-gutter py-4">
        <Select
          label={m.money_to()}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <NoteCounter
          currency={formats.currency}
          count={count}
          onChange={(next) => {
            setCount(next);
            setProblem(undefined);
          }}
          {...(counted === undefined && { error: m.money_bad_amount() })}
        />
        <Field
          label={m.money_note_label()}
          optional
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </TaskScreen>
  );
}

/** Whoever was chosen before, while they still may take it. */
const receiverOf = (receivers: readonly PersonView[], chosen: string | undefined): string =>
  (receivers.find(({ id }) => id === chosen) ?? receivers[0])?.id ?? '';
