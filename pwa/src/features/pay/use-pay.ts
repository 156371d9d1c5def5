import { formatMoney, isFinished, type Money, type PaymentMethod } from '@revops/domain';
import { useEffect, useState } from 'react';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { prefilled, type KeypadEntry } from '#src/components/ui/keypad-entry.ts';
import { useFormats } from '#src/components/ui/formats.ts';
import { dismissToast, offerUndo } from '#src/components/ui/toast-store.ts';
import { readDiscount, type DiscountValues } from '#src/components/waivers/read-discount.ts';
import { newPaymentId, useActs } from '#src/data/acts.ts';
import { useSession } from '#src/data/hooks/index.ts';
import type { JobDetail } from '#src/data/views.ts';
import { vibrateSaved } from '#src/platform/vibration.ts';
import { m } from '#src/words/compiled/messages.js';
import { methodInSentence } from '#src/words/method-words.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { kindOfPayment, lessDiscount, suggestedAmount } from './payment-plan.ts';

/** A payment that was begun and left. */
export interface PayValues {
  readonly id: string;
  readonly isRefund: boolean;
  readonly entry: KeypadEntry;
  readonly method: PaymentMethod;
  readonly utr: string;
  readonly discount?: DiscountValues | undefined;
  /** Of money that goes back. */
  readonly reason: string;
}

/** What is being taken, and the one way to store it. The id is fixed at once: a QR on screen already carries it. */
export function usePay(job: JobDetail, onDone: () => void, draft: FormDraft<PayValues>) {
  const { left } = draft;
  const isRefundFirst = job.billed !== undefined && job.balance < 0 && isFinished(job.status);
  const [isRefund, setIsRefund] = useState(left?.isRefund ?? isRefundFirst);
  const [entry, setEntry] = useState<KeypadEntry>(
    () => left?.entry ?? prefilled(suggestedAmount(job, isRefundFirst)),
  );
  const [method, setMethod] = useState<PaymentMethod>(left?.method ?? 'cash');
  const [utr, setUtr] = useState(left?.utr ?? '');
  const [discount, setDiscount] = useState<DiscountValues | undefined>(left?.discount);
  const [reason, setReason] = useState(left?.reason ?? '');
  const formats = useFormats();
  const read = discount === undefined || isRefund ? undefined : readDiscount(discount, job.balance, formats);
  const bill = read?.amount === undefined ? job : lessDiscount(job, read.amount);
  // A customer may be paying by the QR that was on screen when the app was left: it is the same payment.
  const [id] = useState(() => left?.id ?? newPaymentId());
  const [problem, setProblem] = useState<string | undefined>();
  const [isSaving, setIsSaving] = useState(false);
  const acts = useActs(draft.key);
  const offer = useUndoOffer();

  // An offer left over from the job would lie on the keys; the job still offers the same.
  useEffect(dismissToast, []);

  const isTouched =
    entry.typed !== null || utr !== '' || method !== 'cash' || reason !== '' || discount !== undefined;
  useKeep(draft, isTouched ? { id, isRefund, entry, method, utr, discount, reason } : undefined);

  // A balance that moves meanwhile (another phone's money) moves the suggestion, until a digit is typed.
  const shown = entry.typed === null ? prefilled(suggestedAmount(bill, isRefund)) : entry;
  const turn = (refund: boolean) => {
    setIsRefund(refund);
    setEntry(prefilled(suggestedAmount(job, refund)));
  };
  const save = async () => {
    if (isSaving) return;
    // The balance fell meanwhile below what was let off: that is looked at again, not dropped.
    if (read !== undefined && read.amount === undefined) return setProblem(read.errors.amount);
    setIsSaving(true);
    const kind = kindOfPayment(bill, shown.amount, isRefund);
    const proof = method === 'cash' || method === 'card' || utr === '' ? {} : { utr };
    try {
      const money = { id, amount: shown.amount, method, ...proof };
      const letOff =
        read?.amount === undefined
          ? {}
          : { discount: { amount: read.amount, reason: discount?.reason ?? '' } };
      const saved = isRefund
        ? await acts.giveBack(job.id, { ...money, reason })
        : await acts.takePayment(job.id, { ...money, kind, ...letOff });
      if (!saved.ok) return setProblem(problemWord(saved.reason));
      draft.done();
      vibrateSaved();
      offer(id, shown.amount, method, isRefund);
      onDone();
    } catch (error) {
      setProblem(notSavedWords(error));
    } finally {
      setIsSaving(false);
    }
  };
  return {
    bill,
    discount,
    setDiscount,
    reason,
    setReason,
    isRefund,
    turn,
    entry: shown,
    setEntry,
    method,
    setMethod,
    utr,
    setUtr,
    id,
    problem,
    isSaving,
    save,
  };
}

export type Pay = ReturnType<typeof usePay>;

/** Undo right after saving: a manager's slip is cancelled, an owner's, which never waits, is reversed. */
function useUndoOffer() {
  const formats = useFormats();
  const session = useSession();
  const acts = useActs();
  return (id: string, amount: Money, method: PaymentMethod, isRefund: boolean) => {
    const said = { amount: formatMoney(amount, formats), method: methodInSentence(method) };
    const reason = m.pay_undo_reason();
    offerUndo(isRefund ? m.pay_saved_refund(said) : m.pay_saved(said), () => {
      void (session.role === 'owner'
        ? acts.decidePayment(id, { verdict: 'rejected', reason })
        : acts.cancelPayment(id, reason));
    });
  };
}
