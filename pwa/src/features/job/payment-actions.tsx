import { useState } from 'react';
import { Button } from '#src/components/ui/button.tsx';
import { dismissToast, offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { PaymentView, SaveResult } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import { paymentMoves, type PaymentMove } from './payment-moves.ts';
import { ProofSheet } from './proof-sheet.tsx';
import { ReasonSheet, type ReasonSheetProps } from '#src/components/form/reason-sheet.tsx';
import { useSaving } from '#src/components/form/use-saving.ts';

export interface PaymentActionsProps {
  readonly payment: PaymentView;
  readonly amountWord: string;
}

const words: Readonly<Record<PaymentMove, () => string>> = {
  confirm: () => m.job_confirm(),
  confirm_anyway: () => m.job_confirm_anyway(),
  reject: () => m.job_reject(),
  reverse: () => m.job_reverse(),
  take_back: () => m.job_take_back(),
  cancel: () => m.job_cancel_payment(),
  add_utr: () => m.job_add_utr(),
};

/** The buttons of a slip. What destroys asks for its reason first; a decision can be taken back. */
export function PaymentActions({ payment, amountWord }: PaymentActionsProps) {
  const session = useSession();
  const acts = useActs();
  const [open, setOpen] = useState<PaymentMove | undefined>();
  const { problem, save, isSaving } = useSaving();
  const moves = paymentMoves(payment, session);
  const decide = async (verdict: 'confirmed' | 'withdrawn', answersClashes = false) => {
    const saved = await save(() =>
      acts.decidePayment(payment.id, { verdict, ...(answersClashes && { answersClashes }) }),
    );
    if (saved !== undefined && verdict === 'confirmed') {
      offerUndo(
        m.job_confirmed_toast({ amount: amountWord }),
        () => void acts.decidePayment(payment.id, { verdict: 'withdrawn' }),
      );
    }
  };
  const press = (move: PaymentMove) => {
    if (move === 'confirm') void decide('confirmed');
    else if (move === 'confirm_anyway') void decide('confirmed', true);
    else if (move === 'take_back') void decide('withdrawn');
    else setOpen(move);
  };
  const close = () => setOpen(undefined);
  if (moves.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-x-1">
      {moves.map((move) => (
        <Button key={move} variant="text" disabled={isSaving} onClick={() => press(move)}>
          {words[move]()}
        </Button>
      ))}
      {problem !== undefined && (
        <p role="alert" className="basis-full ps-4 font-semibold text-refused">
          {problem.text}
        </p>
      )}
      <ReasonSheet
        open={open === 'cancel'}
        onClose={close}
        {...cancelWords(payment, amountWord)}
        draft={{ form: 'cancel', about: payment.id }}
        onSave={(reason) => struck(acts.cancelPayment(payment.id, reason))}
      />
      <ReasonSheet
        open={open === 'reject' || open === 'reverse'}
        onClose={close}
        {...(open === 'reverse' ? reverseWords(payment, amountWord) : rejectWords(payment, amountWord))}
        draft={{ form: 'reject', about: payment.id }}
        onSave={(reason) => struck(acts.decidePayment(payment.id, { verdict: 'rejected', reason }))}
      />
      <ProofSheet open={open === 'add_utr'} onClose={close} paymentId={payment.id} amountWord={amountWord} />
    </div>
  );
}

/** An offer to undo the saving would come too late: the slip is struck already. */
async function struck(saving: Promise<SaveResult>): Promise<SaveResult> {
  const result = await saving;
  if (result.ok) dismissToast();
  return result;
}

type SheetWords = Pick<ReasonSheetProps, 'title' | 'text' | 'saveWord' | 'reasons'>;

const ownMistakes = () => [
  m.job_reason_amount(),
  m.job_reason_method(),
  m.job_reason_job(),
  m.job_reason_twice(),
];
const said = (payment: PaymentView, amount: string) => ({ amount, method: methodInSentence(payment.method) });

const cancelWords = (payment: PaymentView, amount: string): SheetWords => ({
  title: m.job_cancel_payment_title(said(payment, amount)),
  text: m.job_cancel_payment_text(),
  saveWord: m.job_cancel_payment_save(),
  reasons: ownMistakes(),
});

const reverseWords = (payment: PaymentView, amount: string): SheetWords => ({
  title: m.job_reverse_title(said(payment, amount)),
  text: m.job_reverse_text(),
  saveWord: m.job_reverse_save(),
  reasons: ownMistakes(),
});

const rejectWords = (payment: PaymentView, amount: string): SheetWords => ({
  title: m.job_reject_title(said(payment, amount)),
  text: m.job_reject_text({ name: payment.collectorName }),
  saveWord: m.job_reject_save(),
  reasons: [m.job_reason_not_there(), m.job_reason_less(), m.job_reason_twice()],
});
