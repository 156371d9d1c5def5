import { chargedOf, money, parseMoney, subtractMoney, zeroMoney, type Money } from '@revops/domain';
import type { Formats } from '#src/components/ui/formats.ts';
import type { JobDetail } from '#src/data/views.ts';

/** The sheet as it is typed: texts, empty where nothing was typed. */
export interface DeliverTexts {
  /** Undefined while the bill is not touched. */
  readonly bill: string | undefined;
  /** Undefined while all that is due is paid. */
  readonly paid: string | undefined;
}

/** What the typed amounts come to. */
export interface DeliverPlan {
  /** Undefined where nothing sensible is typed. */
  readonly billed: Money | undefined;
  /** What is still to collect once the bill is so and this much is let off; below zero it is money to give back. */
  readonly toCollect: Money;
  /** Undefined where nothing sensible, or more than is due, is typed. */
  readonly paid: Money | undefined;
  readonly left: Money;
}

type Bill = Pick<JobDetail, 'document' | 'billed' | 'received'>;

function billOf({ billed }: Bill, text: string | undefined, formats: Formats): Money | undefined {
  if (text === undefined) return billed;
  const typed = parseMoney(text, formats.currency);
  return typed.ok && typed.value >= 0 ? typed.value : undefined;
}

function paidOf(due: Money, text: string | undefined, formats: Formats): Money | undefined {
  if (text === undefined || due === 0) return due;
  const typed = parseMoney(text, formats.currency);
  return typed.ok && typed.value >= 0 && typed.value <= due ? typed.value : undefined;
}

/** Bill less what is let off less what came in, what is paid of it now, and what stays due. */
export function deliverPlan(job: Bill, texts: DeliverTexts, discount: Money, formats: Formats): DeliverPlan {
  const billed = billOf(job, texts.bill, formats);
  const { waiting, confirmed, waived } = job.received;
  const { estimatedAmount: _estimate, ...card } = job.document;
  const asked = chargedOf({ ...card, ...(billed === undefined ? {} : { billedAmount: billed }) }, waived);
  const toCollect = money(asked - discount - waiting - confirmed);
  const due = toCollect > 0 ? toCollect : zeroMoney;
  const paid = paidOf(due, texts.paid, formats);
  return { billed, toCollect, paid, left: subtractMoney(due, paid ?? zeroMoney) };
}
