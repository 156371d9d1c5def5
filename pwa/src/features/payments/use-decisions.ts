import type { ProblemCode } from '@revops/domain';
import { useState } from 'react';
import { offerUndo } from '#src/components/ui/toast-store.ts';
import { useActs } from '#src/data/acts.ts';
import type { PaymentView } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';

/** The owner's words on payments; each can be taken back from the toast, and later from the payment itself. */
export function useDecisions() {
  const acts = useActs();
  const [problem, setProblem] = useState<ProblemCode | undefined>();

  const takeBack = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      const saved = await acts.decidePayment(id, { verdict: 'withdrawn' });
      if (!saved.ok) setProblem(saved.reason.code);
    }
  };
  const undoable = (text: string, ids: readonly string[]): void => offerUndo(text, () => void takeBack(ids));

  async function confirm(payments: readonly PaymentView[]): Promise<void> {
    setProblem(undefined);
    const confirmed: string[] = [];
    for (const payment of payments) {
      const answersClashes = payment.state === 'clash';
      const saved = await acts.decidePayment(payment.id, { verdict: 'confirmed', answersClashes });
      if (saved.ok) confirmed.push(payment.id);
      else setProblem(saved.reason.code);
    }
    if (confirmed.length > 0) undoable(m.payments_confirmed_toast({ count: confirmed.length }), confirmed);
  }

  async function reject(payments: readonly PaymentView[], reason: string): Promise<void> {
    setProblem(undefined);
    const rejected: string[] = [];
    for (const payment of payments) {
      const saved = await acts.decidePayment(payment.id, { verdict: 'rejected', reason });
      if (saved.ok) rejected.push(payment.id);
      else setProblem(saved.reason.code);
    }
    if (rejected.length > 0) undoable(m.payments_rejected_toast(), rejected);
  }

  return { confirm, reject, takeBack: (payment: PaymentView) => takeBack([payment.id]), problem };
}
