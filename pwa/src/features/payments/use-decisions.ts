import { useState } from 'react';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { PaymentView } from '#src/data/views.ts';
import { notSavedWords } from '#src/words/not-saved-words.ts';
import { problemWord } from '#src/words/problem-words.ts';
import { m } from '#src/words/compiled/messages.js';

/** The owner's words on payments; each can be taken back from the toast, and later from the payment itself. */
export function useDecisions() {
  const acts = useActs();
  const [problem, setProblem] = useState<string | undefined>();

  /** Says what is in the way. @returns whether it is saved. */
  const decide = async (...input: Parameters<typeof acts.decidePayment>): Promise<boolean> => {
    try {
      const saved = await acts.decidePayment(...input);
      if (!saved.ok) setProblem(problemWord(saved.reason));
      return saved.ok;
    } catch (error) {
      setProblem(notSavedWords(error));
      return false;
    }
  };

  const takeBack = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await decide(id, { verdict: 'withdrawn' });
  };
  const undoable = (text: string, ids: readonly string[]): void => offerUndo(text, () => void takeBack(ids));

  async function confirm(payments: readonly PaymentView[]): Promise<void> {
    setProblem(undefined);
    const confirmed: string[] = [];
    for (const payment of payments) {
      const answersClashes = payment.state === 'clash';
      if (await decide(payment.id, { verdict: 'confirmed', answersClashes })) confirmed.push(payment.id);
    }
    if (confirmed.length > 0) undoable(m.payments_confirmed_toast({ count: confirmed.length }), confirmed);
  }

  async function reject(payments: readonly PaymentView[], reason: string): Promise<boolean> {
    setProblem(undefined);
    const rejected: string[] = [];
    for (const payment of payments) {
      if (await decide(payment.id, { verdict: 'rejected', reason })) rejected.push(payment.id);
    }
    if (rejected.length > 0) undoable(m.payments_rejected_toast(), rejected);
    return rejected.length === payments.length;
  }

  return { confirm, reject, takeBack: (payment: PaymentView) => takeBack([payment.id]), problem };
}
