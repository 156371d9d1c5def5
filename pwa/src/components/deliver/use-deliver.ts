import { endOfDay, type DeliverAndCollectInput, type Money, type PaymentMethod } from '@revops/domain';
import { useState } from 'react';
import type { FormDraft } from '#src/components/drafts/draft.tsx';
import { useKeep } from '#src/components/drafts/use-keep.ts';
import { useSaving } from '#src/components/form/use-saving.ts';
import { useFormats, type Formats } from '#src/components/ui/formats.ts';
import { newPaymentId, useActs } from '#src/data/acts.ts';
import type { JobDetail } from '#src/data/views.ts';
import { firstWrong, readDelivery, type DeliverValues, type ReadDelivery } from './read-delivery.ts';

/** What is told when the car has left. */
export interface Delivered {
  readonly paymentId: string | undefined;
  readonly billed: Money | undefined;
  readonly paid: Money;
  readonly method: PaymentMethod;
  readonly left: Money;
  readonly discount: Money | undefined;
}

/** What is typed, what it comes to, and the one save of it all. */
export function useDeliver(
  job: JobDetail,
  draft: FormDraft<DeliverValues>,
  onDone: (what: Delivered) => void,
) {
  const formats = useFormats();
  const acts = useActs(draft.key);
  const { isSaving, problem, save } = useSaving();
  const [values, setValues] = useState<DeliverValues>(() => ({
    id: newPaymentId(),
    // Without a bill nobody knows what is due: it is asked for at once.
    bill: job.billed === undefined ? '' : undefined,
    method: 'cash',
    utr: '',
    dueDay: '',
    ...draft.left,
  }));
  const [isTouched, setIsTouched] = useState(draft.left !== undefined);
  const [isChecked, setIsChecked] = useState(false);
  useKeep(draft, isTouched ? values : undefined);
  const read = readDelivery(job, values, formats);
  const change = (changes: Partial<DeliverValues>): void => {
    setIsTouched(true);
    setValues((before) => ({ ...before, ...changes }));
  };
  const submit = async (): Promise<void> => {
    setIsChecked(true);
    const wrong = firstWrong(read.errors);
    if (wrong !== undefined) return document.getElementById(wrong)?.focus();
    const input = inputOf(values, read, formats);
    if ((await save(() => acts.deliverAndCollect(job.id, input))) === undefined) return undefined;
    draft.done();
    return onDone(deliveredOf(values, read));
  };
  return { values, change, read, isChecked, isSaving, problem, submit };
}

function inputOf(values: DeliverValues, read: ReadDelivery, formats: Formats): DeliverAndCollectInput {
  const { plan, discount } = read;
  const { method, utr, dueDay, id, bill } = values;
  const proof = method === 'cash' || method === 'card' || utr.trim() === '' ? {} : { utr };
  const kind = plan.left === 0 ? 'final' : 'partial';
  const paid = plan.paid ?? 0;
  return {
    ...(bill !== undefined && plan.billed !== undefined && { billedAmount: plan.billed }),
    ...(discount?.amount !== undefined && {
      discount: { amount: discount.amount, reason: values.discount?.reason.trim() ?? '' },
    }),
    ...(plan.paid !== undefined &&
      paid > 0 && { payment: { id, amount: plan.paid, kind, method, ...proof } }),
    ...(dueDay !== '' && plan.left > 0 && { dueAt: endOfDay(dueDay, formats.timeZone) }),
  };
}

function deliveredOf({ id, method }: DeliverValues, { plan, discount }: ReadDelivery): Delivered {
  const { paid = plan.left, billed, left } = plan;
  return {
    paymentId: (plan.paid ?? 0) > 0 ? id : undefined,
    billed,
    paid,
    method,
    left,
    discount: discount?.amount,
  };
}
