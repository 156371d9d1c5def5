import { formatMoney, zeroMoney, type PaymentMethod } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import {
  readDiscount,
  type DiscountValues,
  type ReadDiscount,
} from '#src/components/waivers/read-discount.ts';
import type { JobDetail } from '#src/data/views.ts';
import { m } from '#src/words/compiled/messages.js';
import { deliverPlan, type DeliverPlan } from './deliver-plan.ts';

/** The sheet as it is typed, and as it is left. */
export interface DeliverValues {
  readonly id: string;
  readonly bill?: string | undefined;
  readonly paid?: string | undefined;
  readonly discount?: DiscountValues | undefined;
  readonly method: PaymentMethod;
  readonly utr: string;
  readonly dueDay: string;
}

/** From top to bottom, so that the first wrong field gets the focus. */
const fields = ['bill', 'discount', 'discount-reason', 'paid'] as const;
export type DeliverErrors = Partial<Record<(typeof fields)[number], string>>;

export interface ReadDelivery {
  readonly plan: DeliverPlan;
  /** What would be to collect without the discount. */
  readonly before: DeliverPlan;
  readonly discount: ReadDiscount | undefined;
  readonly errors: DeliverErrors;
}

/** What was typed, read as a whole. */
export function readDelivery(job: JobDetail, values: DeliverValues, formats: Formats): ReadDelivery {
  const texts = { bill: values.bill, paid: values.paid };
  const before = deliverPlan(job, texts, zeroMoney, formats);
  const discount =
    values.discount === undefined ? undefined : readDiscount(values.discount, before.toCollect, formats);
  const letOff = discount?.amount;
  const plan = letOff === undefined ? before : deliverPlan(job, texts, letOff, formats);
  const errors: DeliverErrors = {
    ...(plan.billed === undefined && billError(values)),
    ...(discount?.errors.amount !== undefined && { discount: discount.errors.amount }),
    ...(discount?.errors.reason !== undefined && { 'discount-reason': discount.errors.reason }),
    ...(plan.paid === undefined && paidError(values, plan, formats)),
  };
  return { plan, before, discount, errors };
}

const billError = ({ bill }: DeliverValues): DeliverErrors => ({
  bill: bill === '' ? m.deliver_bill_needed() : m.deliver_bill_wrong(),
});

const paidError = (
  { paid = '' }: DeliverValues,
  { toCollect }: DeliverPlan,
  formats: Formats,
): DeliverErrors => ({
  paid: /^[\d,.\s]*\d[\d,.\s]*$/.test(paid)
    ? m.deliver_paid_more({ amount: formatMoney(toCollect, formats) })
    : m.deliver_paid_wrong(),
});

/** The topmost field that has to be put right. */
export const firstWrong = (errors: DeliverErrors): string | undefined =>
  fields.find((field) => errors[field] !== undefined);
